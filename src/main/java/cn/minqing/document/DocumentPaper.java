package cn.minqing.document;

import cn.minqing.form.FormText;
import cn.minqing.form.Forms;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints documents as an office files them, and makes paragraphs of them for the reports that include them. */
@Service
public class DocumentPaper {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Documents documents;
    private final Forms forms;
    private final Papers papers;
    private final AppClock clock;

    DocumentPaper(Documents documents, Forms forms, Papers papers, AppClock clock) {
        this.documents = documents;
        this.forms = forms;
        this.papers = papers;
        this.clock = clock;
    }

    /** A part of a document under its heading; the heading is empty for a plain text. */
    public record Part(String heading, List<String> paragraphs) {}

    /**
     * One document, marked as a draft until it is accepted, for whoever may see it.
     *
     * @return a PDF
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID id) {
        return papers.print("document", model(documents.get(id)));
    }

    Map<String, Object> model(DocumentView document) {
        var model = new HashMap<String, Object>();
        model.put(
                "title",
                document.content().title().isEmpty()
                        ? document.name()
                        : document.content().title());
        model.put("name", document.name());
        model.put("unit", document.unitName());
        model.put("owner", document.personName());
        model.put("campaign", document.campaignName());
        model.put("draft", document.state() != DocumentState.ACCEPTED);
        var handedInAt = document.handedInAt();
        model.put(
                "date",
                DATE.format(handedInAt == null ? clock.today() : LocalDate.ofInstant(handedInAt, AppClock.ZONE)));
        model.put("parts", parts(document.form(), document.content()));
        return model;
    }

    /** What was written, as paragraphs under their headings. */
    public List<Part> parts(String form, DocumentContent content) {
        return form.isEmpty()
                ? List.of(new Part("", paragraphs(content.body())))
                : FormText.lines(forms.get(form), content.answers()).stream()
                        .map(line -> new Part(line.label(), paragraphs(line.text())))
                        .toList();
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
