package cn.minqing.ui.assessment;

import cn.minqing.assessment.Breach;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** One breach: what, on what basis, what the unit said, what was decided. */
class BreachFacts extends Composite<Section> {
    BreachFacts(Breach breach) {
        var state = new Span(getTranslation("breach.state." + breach.state()));
        state.addClassName("tag");
        var head = new Div(new H3(breach.line()), state);
        head.addClassName("section-head");
        getContent().addClassName("section");
        getContent().add(head);
        line(
                "breach.facts",
                breach.unitName(),
                breach.happenedOn(),
                breach.recorder(),
                Dates.moment(breach.recordedAt(), getLocale()));
        getContent().add(new Paragraph(breach.basis()));
        if (!breach.objection().isEmpty()) {
            line("breach.objected", breach.objection());
        } else if (breach.answeredAt() != null) {
            line("breach.notObjected");
        } else if (breach.state() == Breach.State.HEARD) {
            line("breach.until", breach.answerDue());
        } else {
            line("breach.silent");
        }
        if (!breach.decision().isEmpty()) {
            line("breach.decided", breach.decision());
        }
    }

    private void line(String key, Object... args) {
        var line = new Paragraph(getTranslation(key, args));
        line.addClassName("muted");
        getContent().add(line);
    }
}
