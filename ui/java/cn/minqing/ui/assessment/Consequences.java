package cn.minqing.ui.assessment;

import cn.minqing.assessment.Practices;
import cn.minqing.assessment.Practices.NewPractice;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.NewNotice;
import cn.minqing.supervision.NoticeSubject;
import cn.minqing.supervision.Supervision;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows from an assessment: a unit is commended or told to rectify, a practice becomes a rule (S7.14, S9.9). */
class Consequences extends Composite<Section> {
    private static final int DAYS_TO_RECTIFY = 14;

    private final CampaignView campaign;
    private final Circulars circulars;
    private final Supervision supervision;
    private final Practices practices;
    private final AppClock clock;
    private final Div rules = new Div();

    Consequences(
            CampaignView campaign, Circulars circulars, Supervision supervision, Practices practices, AppClock clock) {
        this.campaign = campaign;
        this.circulars = circulars;
        this.supervision = supervision;
        this.practices = practices;
        this.clock = clock;
        var actions = new Div();
        actions.addClassName("page-actions");
        if (supervision.orders(campaign.id())) {
            actions.add(new Button(
                    getTranslation("consequence.commend"), e -> commend().open()));
            actions.add(new Button(
                    getTranslation("consequence.rectify"), e -> rectify().open()));
        }
        if (Actors.current().has(Role.LEADING_GROUP, campaign.hostUnitId())) {
            actions.add(new Button(getTranslation("consequence.adopt"), e -> adopt().open()));
        }
        getContent().addClassName("section");
        getContent().add(new H2(getTranslation("consequence.title")), actions, rules);
        showRules();
    }

    private void showRules() {
        rules.removeAll();
        for (var practice : practices.ofCampaign(campaign.id())) {
            var meta = new Paragraph(getTranslation(
                    "consequence.rule", practice.effectiveOn(), practice.unitName(), practice.adoptedBy()));
            meta.addClassName("muted");
            rules.add(new H3(practice.title()), meta, new Paragraph(practice.rule()));
        }
    }

    private AskDialog commend() {
        var unit = unit();
        var title = title("consequence.commend.heading");
        var text = area("consequence.commend.text", 2000);
        var fields = fields("unit", unit, "title", title, "text", text);
        return new AskDialog(
                "consequence.commended",
                fields,
                () -> circulars.issue(campaign.id(), CircularKind.PRAISE, id(unit), title.getValue(), text.getValue()),
                () -> {});
    }

    private AskDialog rectify() {
        var unit = unit();
        var reason = area("consequence.reason", 500);
        var requirement = area("consequence.requirement", 500);
        var due = new DatePicker(getTranslation("consequence.due"));
        due.setMin(clock.today().plusDays(1));
        due.setValue(clock.today().plusDays(DAYS_TO_RECTIFY));
        var fields = fields("subjectId", unit, "reason", reason, "requirement", requirement);
        fields.put("due", due);
        return new AskDialog(
                "consequence.rectified",
                fields,
                () -> {
                    var chosen = id(unit);
                    if (chosen == null) {
                        throw UserError.invalid(Map.of("subjectId", UserError.Message.of("breach.unit")));
                    }
                    supervision.request(new NewNotice(
                            campaign.id(),
                            NoticeSubject.UNIT,
                            chosen,
                            reason.getValue(),
                            requirement.getValue(),
                            due.getValue()));
                },
                () -> {});
    }

    private AskDialog adopt() {
        var key = Ids.next();
        var unit = unit();
        unit.setEmptySelectionAllowed(true);
        var title = title("consequence.rule.title");
        var rule = area("consequence.rule.text", 5000);
        var from = new DatePicker(getTranslation("consequence.rule.from"));
        from.setValue(clock.today());
        var fields = fields("unit", unit, "title", title, "rule", rule);
        fields.put("effectiveOn", from);
        return new AskDialog(
                "consequence.adopted",
                fields,
                () -> practices.adopt(
                        campaign.id(),
                        new NewPractice(
                                key,
                                id(unit),
                                title.getValue(),
                                rule.getValue(),
                                from.getValue() == null ? clock.today() : from.getValue())),
                this::showRules);
    }

    private static java.util.@Nullable UUID id(Select<Unit> unit) {
        return unit.getValue() == null ? null : unit.getValue().id();
    }

    private Select<Unit> unit() {
        var unit = new Select<Unit>();
        unit.setLabel(getTranslation("assessment.unit"));
        unit.setItems(supervision.units(campaign.id()));
        unit.setItemLabelGenerator(one -> one == null ? "" : one.name());
        unit.setWidthFull();
        return unit;
    }

    private TextField title(String key) {
        var title = new TextField(getTranslation(key));
        title.setMaxLength(100);
        title.setWidthFull();
        title.setManualValidation(true);
        return title;
    }

    private TextArea area(String key, int longest) {
        var area = new TextArea(getTranslation(key));
        area.setMaxLength(longest);
        area.setMinRows(4);
        area.setWidthFull();
        area.setManualValidation(true);
        return area;
    }

    private static LinkedHashMap<String, HasValidation> fields(
            String first, HasValidation one, String second, HasValidation two, String third, HasValidation three) {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put(first, one);
        fields.put(second, two);
        fields.put(third, three);
        return fields;
    }
}
