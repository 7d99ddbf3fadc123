package cn.minqing.ui.visit;

import cn.minqing.campaign.Phase;
import cn.minqing.platform.UserError;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** The sheet of one contact by its address: what the QR code of a card and links lead to. */
@Route("visit/:contactId")
@PermitAll
@StyleSheet("context://styles/visit.css")
class VisitView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient SheetServices services;
    private String title = "";

    VisitView(SheetServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        title = getTranslation("sheet.pageTitle");
        try {
            open(UUID.fromString(event.getRouteParameters().get("contactId").orElse("")));
            getElement().executeJs("this.scrollIntoView()");
        } catch (IllegalArgumentException e) {
            event.rerouteToError(com.vaadin.flow.router.NotFoundException.class);
        } catch (UserError e) {
            add(VisitTaskPage.told(e));
        }
    }

    private void open(UUID contactId) {
        var sheet = services.visits().sheet(contactId);
        title = getTranslation("sheet.title", sheet.household().headName());
        var workItem = sheet.workItemId();
        Runnable done = () -> getUI().ifPresent(
                        ui -> ui.navigate("household/" + sheet.household().id()));
        if (workItem != null && sheet.task() != null) {
            switch (sheet.task()) {
                case VisitTaskPage.VISIT -> add(new SheetPanel(services, sheet, workItem, done));
                case VisitTaskPage.STRIKE_OFF -> add(new StrikeOffPanel(services, sheet, workItem, done));
                case VisitTaskPage.SPOT_CHECK -> add(new SpotCheckPanel(services, sheet, workItem, done));
                default -> throw new UserError("task.other");
            }
            return;
        }
        var page = new Div();
        page.addClassNames("page", "page-form");
        var file = new Anchor("household/" + sheet.household().id(), getTranslation("sheet.file"));
        file.addClassName("button-link");
        var words = new Div(
                new H2(
                        sheet.waitingUntil() == null
                                ? getTranslation("sheet.nothing")
                                : getTranslation("sheet.waiting", sheet.waitingUntil())),
                new Paragraph(getTranslation("sheet.state." + sheet.state())),
                file);
        words.addClassName("empty");
        if (sheet.mayVisitAgain()
                && services.campaigns().get(sheet.campaignId()).phase() != Phase.ARCHIVED) {
            var again = new Button(getTranslation("sheet.again"), event -> {
                removeAll();
                add(new SheetPanel(services, sheet, null, done));
            });
            again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            words.add(again);
        }
        page.add(new H1(title), words);
        add(page);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
