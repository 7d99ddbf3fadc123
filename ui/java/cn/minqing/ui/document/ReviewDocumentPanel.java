package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.document.DocumentPaper;
import cn.minqing.document.DocumentView;
import cn.minqing.document.Documents;
import cn.minqing.form.Forms;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** Somebody else reads a document and accepts or returns it. */
final class ReviewDocumentPanel extends Div {
    ReviewDocumentPanel(
            Documents documents,
            DocumentPaper paper,
            Forms forms,
            Dates dates,
            WorkItem item,
            DocumentView document,
            Runnable done) {
        addClassNames("page", "page-form");
        add(Parts.header(document.name(), document.campaignName()), new DocumentFacts(document, forms, dates));
        var inFull = new Checkbox(text("document.inFull"));
        inFull.setHelperText(text("document.inFull.help"));
        var reason = Parts.area("document.field.reason", Documents.REASON);
        reason.setHelperText(text("document.field.reason.help"));
        add(Parts.section("document.reviewing", inFull, reason));
        var file =
                new DownloadButton(text("document.pdf"), Pdf.download(document.name(), () -> paper.pdf(document.id())));
        var back = new Button(text("document.sendBack"));
        back.setDisableOnClick(true);
        back.addClickListener(event -> {
            if (Notices.attempt(Map.of("reason", reason), () -> documents.sendBack(item.id(), reason.getValue()))) {
                Notices.success("document.sendBack.done");
                done.run();
            } else {
                back.setEnabled(true);
            }
        });
        var accept = new Button(text("document.accept"));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        accept.addClickListener(event -> {
            if (Notices.attempt(() -> documents.accept(item.id(), inFull.getValue()))) {
                Notices.success("document.accept.done");
                done.run();
            } else {
                accept.setEnabled(true);
            }
        });
        var bar = new Div(file, back, accept);
        bar.addClassName("action-bar");
        add(bar);
    }
}
