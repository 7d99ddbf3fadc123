package cn.minqing.ui.document;

import cn.minqing.document.DocumentPaper;
import cn.minqing.document.Documents;
import cn.minqing.form.Forms;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The pages of the tasks of {@code document-review}. */
@Component
class DocumentTasks implements TaskPage {
    private final Documents documents;
    private final DocumentPaper paper;
    private final Forms forms;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;
    private final AppClock clock;

    DocumentTasks(
            Documents documents,
            DocumentPaper paper,
            Forms forms,
            Drafts drafts,
            ObjectMapper json,
            Dates dates,
            AppClock clock) {
        this.documents = documents;
        this.paper = paper;
        this.forms = forms;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public Set<String> elements() {
        return Set.of("document-review." + Documents.WRITE, "document-review." + Documents.REVIEW);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        try {
            var document = documents.get(item.subjectId());
            return item.element().equals(Documents.WRITE)
                    ? new WriteDocumentPanel(documents, forms, drafts, json, dates, clock.today(), item, document, done)
                    : new ReviewDocumentPanel(documents, paper, forms, dates, item, document, done);
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            return empty;
        }
    }
}
