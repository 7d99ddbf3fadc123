package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.Commitments;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** A promise that waits to be kept, or a public one that waits to be confirmed. */
final class CommitmentPanel extends Div {
    private static final int WORDS = 500;

    CommitmentPanel(Commitments commitments, Drafts drafts, Dates dates, WorkItem item, Runnable done) {
        addClassNames("page", "page-form");
        var promise = commitments.get(item.subjectId());
        var confirm = item.element().equals(Commitments.CONFIRM);
        add(Parts.header(promise.text(), text(promise.isPublic() ? "commitment.public" : "commitment.oral")));
        var facts = new DescriptionList();
        facts.addClassName("facts");
        Parts.fact(facts, "commitment.to", promise.place());
        Parts.fact(facts, "commitment.by", promise.madeBy());
        Parts.fact(facts, "commitment.madeOn", Dates.date(promise.madeOn(), Parts.locale()));
        Parts.fact(facts, "commitment.due", promise.due() == null ? "" : dates.due(promise.due(), Parts.locale()));
        Parts.fact(
                facts, promise.keptOn() == null ? "commitment.refusedBecause" : "commitment.how", promise.keptWords());
        add(Parts.section("commitment.facts", facts));

        var words = Parts.area(confirm ? "commitment.findings" : "commitment.words", WORDS);
        words.setHelperText(text(confirm ? "commitment.findings.help" : "commitment.words.help"));
        var kept = new KeptFields(drafts, "commitment/" + item.id());
        kept.keep("words", words);
        Runnable handedIn = () -> {
            kept.clear();
            done.run();
        };
        add(Parts.section(confirm ? "commitment.confirming" : "commitment.keeping", words));
        var bar = new Div();
        bar.addClassName("action-bar");
        var fields = Map.of("words", words);
        if (confirm) {
            bar.add(
                    button(
                            "commitment.refuse",
                            false,
                            handedIn,
                            fields,
                            () -> commitments.confirm(item.id(), false, words.getValue())),
                    button(
                            "commitment.confirm",
                            true,
                            handedIn,
                            fields,
                            () -> commitments.confirm(item.id(), true, words.getValue())));
        } else {
            bar.add(button(
                    "commitment.keep", true, handedIn, fields, () -> commitments.keep(item.id(), words.getValue())));
        }
        add(bar);
    }

    private static Button button(
            String key,
            boolean primary,
            Runnable done,
            Map<String, ? extends com.vaadin.flow.component.HasValidation> fields,
            Runnable command) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(event -> {
            if (Notices.attempt(fields, command)) {
                Notices.success(key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
