package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.document.DocumentPaper;
import cn.minqing.document.DocumentView;
import cn.minqing.document.Documents;
import cn.minqing.form.Forms;
import cn.minqing.platform.UserError;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.FormDialog;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;

/** One document: what was written, what came of it, on paper; the office may do without it. */
@StyleSheet("context://styles/supervision.css")
@Route("document/:documentId")
@RolesAllowed({"CADRE", "UNIT_LEADER", "CAMPAIGN_OFFICE", "LEADING_GROUP", "INSPECTOR"})
class DocumentDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Documents documents;
    private final transient DocumentPaper paper;
    private final transient Forms forms;
    private final transient Dates dates;
    private String title = text("document.list");

    DocumentDetailView(Documents documents, DocumentPaper paper, Forms forms, Dates dates) {
        this.documents = documents;
        this.paper = paper;
        this.forms = forms;
        this.dates = dates;
        addClassNames("page", "supervision");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("documentId").orElse(""));
    }

    private void show(String id) {
        removeAll();
        try {
            var document = documents.get(UUID.fromString(id));
            title = document.name();
            var excuse = new Button(
                    text("document.excuse.open"), event -> excuse(document).open());
            excuse.setVisible(documents.mayExcuse(document));
            var file = new DownloadButton(
                    text("document.pdf"), Pdf.download(document.name(), () -> paper.pdf(document.id())));
            file.setVisible(document.handedInAt() != null);
            add(
                    Parts.header(document.name(), document.campaignName(), excuse, file),
                    new DocumentFacts(document, forms, dates),
                    new Anchor("documents", text("document.toList")));
        } catch (UserError e) {
            refuse(Notices.text(e.message()));
        } catch (IllegalArgumentException e) {
            refuse(Notices.text(UserError.Message.of("document.unknown")));
        }
    }

    private FormDialog excuse(DocumentView document) {
        var reason = Parts.area("document.field.reason", Documents.REASON);
        return new FormDialog(
                "document.excuse",
                Map.of("reason", reason),
                () -> documents.excuse(document.id(), reason.getValue()),
                () -> show(document.id().toString()));
    }

    private void refuse(String sentence) {
        var empty = new Div(new H3(sentence), new Anchor("documents", text("document.toList")));
        empty.addClassName("empty");
        add(empty);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
