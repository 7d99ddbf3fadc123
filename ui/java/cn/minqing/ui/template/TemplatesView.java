package cn.minqing.ui.template;

import static cn.minqing.ui.template.TemplateTexts.text;

import cn.minqing.campaign.TemplateVersions;
import cn.minqing.campaign.TemplateVersions.Version;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** The templates with their versions; where one is drafted, taken in, released. */
@Route(value = "campaign-templates", layout = MainLayout.class)
@Menu(title = "templates.title", order = 70, icon = "vaadin:clipboard-text")
@RolesAllowed({"CAMPAIGN_OFFICE", "PROCESS_DESIGNER"})
@StyleSheet("context://styles/template.css")
class TemplatesView extends Div implements HasDynamicTitle {
    private static final int MOST_BYTES = 1_000_000;

    private final transient TemplateVersions templates;
    private final transient Dates dates;
    private final Div list = new Div();

    TemplatesView(TemplateVersions templates, Dates dates) {
        this.templates = templates;
        this.dates = dates;
        addClassNames("page", "template-page");
        var begin = new Button(
                text("templates.new"),
                event -> new NewTemplateDialog(
                                templates, released(), version -> getUI().ifPresent(ui -> ui.navigate(path(version))))
                        .open());
        begin.setId("template-new");
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(begin, upload(), schema());
        actions.addClassName("page-actions");
        var meta = new Div(new Span(text("templates.meta")));
        meta.addClassName("page-meta");
        var header = new Div(new H1(text("templates.title")), meta, actions);
        header.addClassName("page-header");
        list.addClassName("template-list-page");
        add(header, list);
        show();
    }

    @Override
    public String getPageTitle() {
        return text("templates.title");
    }

    static String path(Version version) {
        return "campaign-templates/" + version.id() + "/" + version.version();
    }

    private List<Version> released() {
        var newest = new LinkedHashMap<String, Version>();
        templates.all().stream().filter(one -> !one.draft()).forEach(one -> newest.putIfAbsent(one.id(), one));
        return List.copyOf(newest.values());
    }

    private void show() {
        list.removeAll();
        var byId = new LinkedHashMap<String, List<Version>>();
        templates
                .all()
                .forEach(one -> byId.computeIfAbsent(one.id(), id -> new java.util.ArrayList<>())
                        .add(one));
        byId.values().forEach(versions -> list.add(card(versions)));
        if (byId.isEmpty()) {
            var empty = new Div(new H3(text("templates.empty")), new Paragraph(text("templates.empty.next")));
            empty.addClassName("empty");
            list.add(empty);
        }
    }

    private Component card(List<Version> versions) {
        var draft =
                versions.stream().filter(one -> one.draft() && !one.shipped()).findFirst();
        var waiting =
                versions.stream().filter(one -> one.draft() && one.shipped()).findFirst();
        var current = versions.stream().filter(one -> !one.draft()).findFirst();
        var shown = current.or(() -> draft).orElse(versions.getFirst());
        var card = new Div(new H2(shown.name()));
        card.addClassNames("section", "template-card");
        card.getElement().setAttribute("data-template", shown.id());
        var facts = new Div(new Span(text("templates.code", shown.id())));
        facts.addClassName("page-meta");
        facts.add(new Span(" · "
                + current.map(one -> text("templates.current", one.version())).orElse(text("templates.none"))));
        card.add(facts);
        draft.ifPresent(
                one -> card.add(note(text("templates.draft", one.version(), one.changedBy(), when(one.changedAt())))));
        waiting.ifPresent(one -> card.add(note(text("templates.waiting", one.version()))));
        var actions = new Div();
        actions.addClassName("page-actions");
        var toEdit = draft.or(() -> current).orElse(shown);
        actions.add(link(path(toEdit) + "?edit", text("templates.edit"), "edit"));
        current.ifPresent(one -> {
            actions.add(link(path(one), text("templates.look"), "look"));
        });
        waiting.ifPresent(one -> actions.add(link(path(one), text("templates.look") + " " + one.version(), "waiting")));
        actions.add(new DownloadButton(text("templates.export"), export(shown)));
        card.add(actions);
        var history = new Div();
        versions.forEach(one -> history.add(line(one, versions)));
        card.add(new Details(text("templates.history"), history));
        return card;
    }

    private Component line(Version one, List<Version> versions) {
        var words = one.draft()
                ? text("templates.draft", one.version(), one.changedBy(), when(one.changedAt()))
                : one.releasedBy().isEmpty()
                        ? text("templates.shippedAs", one.version(), when(released(one)))
                        : text("templates.releasedAs", one.version(), when(released(one)), one.releasedBy());
        var link = new Anchor(path(one), words);
        var box = new Div(link);
        box.addClassName("template-version");
        var details = new Details(text("templates.differences"));
        details.addOpenedChangeListener(event -> {
            details.removeAll();
            if (event.isOpened()) {
                details.add(TemplateTexts.changes(
                        templates.differences(one.id(), one.version()), one == versions.getLast()));
            }
        });
        box.add(details);
        return box;
    }

    private static Instant released(Version one) {
        var at = one.releasedAt();
        return at == null ? one.changedAt() : at;
    }

    private String when(Instant at) {
        return dates.when(at, TemplateTexts.locale());
    }

    private static Anchor link(String path, String words, String name) {
        var link = new Anchor(path, words);
        link.addClassName("button-link");
        link.getElement().setAttribute("data-action", name);
        return link;
    }

    private static Div note(String words) {
        var note = new Div(new Span(words));
        note.addClassName("info-note");
        return note;
    }

    private DownloadHandler export(Version version) {
        return event ->
                file(event, templates.open(version.id(), version.version()).text(), version.id() + ".yaml");
    }

    private Component schema() {
        return new DownloadButton(
                text("templates.schema"),
                event -> file(event, templates.schema().toPrettyString(), "campaign-template.schema.json"));
    }

    private static void file(com.vaadin.flow.server.streams.DownloadEvent event, String text, String name)
            throws java.io.IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        event.setFileName(name);
        event.setContentType("text/plain;charset=UTF-8");
        event.setContentLength(bytes.length);
        event.getOutputStream().write(bytes);
    }

    private Component upload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, data) -> taken(data)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes(".yaml", ".yml");
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(text("templates.import")));
        upload.setId("template-import");
        return upload;
    }

    private void taken(byte[] data) {
        Notices.attempt(() -> {
            var version = templates.take(new String(data, StandardCharsets.UTF_8));
            getUI().ifPresent(ui -> ui.navigate(path(version)));
        });
    }
}
