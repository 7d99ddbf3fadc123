package cn.minqing.ui.campaign;

import cn.minqing.assessment.Practice;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** The practices that became rules of the campaign (S7.14), for whoever works by them. */
class AdoptedPractices extends Composite<Div> {
    AdoptedPractices(List<Practice> practices) {
        getContent().addClassName("campaign-stack");
        getContent().setId("campaign-practices");
        for (var practice : practices) {
            var from = Dates.date(practice.effectiveOn(), getLocale());
            var text = new Div(practice.rule());
            text.addClassName("campaign-text");
            var details = new Details(
                    practice.title(),
                    Pieces.muted(
                            practice.unitName().isEmpty()
                                    ? getTranslation("campaigns.practices.from", from)
                                    : getTranslation("campaigns.practices.fromUnit", from, practice.unitName())),
                    text);
            details.setWidthFull();
            getContent().add(details);
        }
    }
}
