package cn.minqing.ui.visit;

import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The panels for the tasks of a visit: the sheet, the unit leader's decision, the inspector's second visit. */
@Component
class VisitTaskPage implements TaskPage {
    static final String VISIT = "userTask_visitHousehold";
    static final String STRIKE_OFF = "userTask_approveStrikeOff";
    static final String SPOT_CHECK = "userTask_spotCheck";

    private final SheetServices services;

    VisitTaskPage(SheetServices services) {
        this.services = services;
    }

    @Override
    public Set<String> elements() {
        return Set.of("household-visit." + VISIT, "household-visit." + STRIKE_OFF, "household-visit." + SPOT_CHECK);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        try {
            var sheet = services.visits().sheet(item.subjectId());
            return switch (item.element()) {
                case VISIT -> new SheetPanel(services, sheet, item.id(), done);
                case STRIKE_OFF -> new StrikeOffPanel(services, sheet, item.id(), done);
                case SPOT_CHECK -> new SpotCheckPanel(services, sheet, item.id(), done);
                default -> throw new IllegalArgumentException(item.element());
            };
        } catch (UserError e) {
            return told(e);
        }
    }

    /** A page that only says why there is nothing to do. */
    static com.vaadin.flow.component.Component told(UserError error) {
        var page = new Div();
        page.addClassNames("page", "page-form");
        var words =
                new Div(new H2(page.getTranslation("sheet.cannotOpen")), new Paragraph(Notices.text(error.message())));
        words.addClassName("empty");
        page.add(words);
        return page;
    }
}
