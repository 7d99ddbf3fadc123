package cn.minqing.ui.form;

import cn.minqing.form.FormPart;
import cn.minqing.form.FormSchema;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answers of a form to be read: questions with an answer only, group by group, amounts of money added up. */
public final class FormFacts extends Div {
    public FormFacts(FormSchema schema, Map<String, ?> answers) {
        addClassName("form-facts");
        parts(schema.parts(), answers, List.of(Paths.map(answers)), this);
    }

    private void parts(List<FormPart> parts, Map<String, ?> answers, List<Map<String, Object>> scopes, Div place) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        var money = new ArrayList<BigDecimal>();
        var unit = "";
        for (var part : parts) {
            if (part.hide().test(scopes)) {
                continue;
            }
            switch (part) {
                case FormPart.Text text -> {}
                case FormPart.Field field -> {
                    var answer = Paths.get(answers, field.key());
                    if (answer == null || "".equals(answer)) {
                        continue;
                    }
                    fact(facts, field.label(), Boolean.TRUE.equals(answer) ? yes() : Input.read(field, answer));
                    if (field.kind() == FormPart.Kind.NUMBER
                            && Numbers.isMoney(field.suffix())
                            && Numbers.read(Numbers.write(answer)) instanceof BigDecimal amount) {
                        money.add(amount);
                        unit = field.suffix();
                    }
                }
                case FormPart.Group group -> {
                    var inner = group.path().isEmpty() ? answers : Paths.map(Paths.get(answers, group.path()));
                    var box = new Div();
                    box.addClassName("form-group");
                    if (!group.label().isEmpty()) {
                        box.add(new H3(group.label()));
                    }
                    var before = box.getElement().getChildCount();
                    parts(
                            group.parts(),
                            inner,
                            group.path().isEmpty() ? scopes : Paths.within(Paths.map(inner), scopes),
                            box);
                    if (box.getElement().getChildCount() > before) {
                        place.add(box);
                    }
                }
                case FormPart.Repeated list -> {
                    if (Paths.get(answers, list.path()) instanceof List<?> entries) {
                        for (var i = 0; i < entries.size(); i++) {
                            var inner = Paths.map(entries.get(i));
                            var box = new Div(new H3(getTranslation("forms.entry", list.label(), i + 1)));
                            box.addClassName("form-group");
                            parts(list.parts(), inner, Paths.within(inner, scopes), box);
                            place.add(box);
                        }
                    }
                }
            }
        }
        if (money.size() > 1) {
            fact(
                    facts,
                    getTranslation("forms.sum"),
                    Numbers.grouped(money.stream().reduce(BigDecimal.ZERO, BigDecimal::add)) + " " + unit);
        }
        if (facts.getChildren().findAny().isPresent()) {
            place.add(facts);
        }
    }

    private String yes() {
        return getTranslation("forms.yes");
    }

    private static void fact(DescriptionList facts, String label, String value) {
        facts.add(new Div(new DescriptionList.Term(label), new DescriptionList.Description(value)));
    }
}
