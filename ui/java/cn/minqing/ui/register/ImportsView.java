package cn.minqing.ui.register;

import cn.minqing.platform.Ids;
import cn.minqing.register.ImportFiles;
import cn.minqing.register.ImportKind;
import cn.minqing.register.ImportRun;
import cn.minqing.register.Imports;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.File;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads lists of areas, units, cadres and households, and shows what was uploaded before. */
@Route(value = "admin/imports", layout = MainLayout.class)
@Menu(title = "import.title", order = 93, icon = "vaadin:upload")
@RolesAllowed({"ADMINISTRATOR", "CAMPAIGN_OFFICE"})
class ImportsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 20;

    private final transient Imports imports;
    private final transient ImportFiles files;
    private final RadioButtonGroup<ImportKind> kind = new RadioButtonGroup<>();
    private final Div template = new Div();
    private final Div rows = new Div();
    private final Div more = new Div();
    private transient @Nullable UUID last;

    ImportsView(Imports imports, ImportFiles files) {
        this.imports = imports;
        this.files = files;
        addClassName("page");
        var header = new Div(new H1(getTranslation("import.title")));
        header.addClassName("page-header");
        rows.addClassName("inbox");
        rows.getElement().setAttribute("role", "list");
        more.addClassName("inbox-more");
        var before = new Section(new H2(getTranslation("import.runs")), rows, more);
        before.addClassName("section");
        add(header, new Paragraph(getTranslation("import.explanation")), upload(), before);
        load();
    }

    private Section upload() {
        kind.setLabel(getTranslation("import.kind"));
        kind.setItems(ImportKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("import.kind." + one));
        kind.addValueChangeListener(event -> showTemplate());
        kind.setValue(ImportKind.HOUSEHOLDS);
        var upload = new Upload(UploadHandler.toTempFile((metadata, file) -> read(metadata.fileName(), file)));
        var button = new Button(getTranslation("import.upload"));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(getTranslation("import.drop")));
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".xlsx", ".xls", ".csv", ".txt");
        upload.setWidthFull();
        var hint = new Paragraph(getTranslation("import.uploadHint"));
        hint.addClassName("quiet");
        var section = new Section(kind, template, upload, hint);
        section.addClassName("section");
        return section;
    }

    private void showTemplate() {
        template.removeAll();
        var chosen = kind.getValue();
        var name = getTranslation("import.file.template", getTranslation("import.kind." + chosen));
        template.add(new DownloadButton(
                getTranslation("import.template"),
                Sheets.download(name, out -> files.template(chosen, getTranslation("import.kind." + chosen), out))));
    }

    private void read(String name, File file) {
        try {
            var run = new ImportRun[1];
            if (Notices.attempt(() -> run[0] = imports.read(Ids.next(), kind.getValue(), name, file.toPath()))) {
                getUI().ifPresent(ui -> ui.navigate("admin/imports/" + run[0].id()));
            }
        } finally {
            file.delete();
        }
    }

    private void load() {
        var page = imports.page(last, PAGE);
        page.forEach(run -> rows.add(row(run)));
        last = page.isEmpty() ? last : page.getLast().id();
        more.removeAll();
        rows.setVisible(rows.getChildren().findAny().isPresent());
        if (!rows.isVisible()) {
            var box = new Div(
                    new H2(getTranslation("import.runs.none")), new Paragraph(getTranslation("import.runs.noneHint")));
            box.addClassName("empty");
            more.add(box);
        } else if (page.size() == PAGE) {
            more.add(new Button(getTranslation("inbox.more"), e -> load()));
        }
    }

    private Component row(ImportRun run) {
        var what = new Span(
                getTranslation("import.run.line", getTranslation("import.kind." + run.kind()), run.fileName()));
        what.addClassName("what");
        var where = new Span(
                getTranslation("import.run.when", Dates.moment(run.createdAt(), getLocale()), run.createdBy()));
        where.addClassName("where");
        var state = new Span(getTranslation("import.state." + run.state()));
        state.addClassName("due");
        var link = new Anchor("admin/imports/" + run.id());
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("role", "listitem");
        link.addClassName("inbox-row");
        link.add(what, where, state);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("import.title") + " · " + getTranslation("shell.product");
    }
}
