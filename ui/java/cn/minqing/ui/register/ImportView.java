package cn.minqing.ui.register;

import cn.minqing.platform.UserError;
import cn.minqing.register.ImportFiles;
import cn.minqing.register.ImportItem;
import cn.minqing.register.ImportKind;
import cn.minqing.register.ImportRun;
import cn.minqing.register.ImportStatus;
import cn.minqing.register.Imports;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list that was uploaded would change; it is written from here, piece by piece, or thrown away. */
@Route(value = "admin/imports/:runId", layout = MainLayout.class)
@RolesAllowed({"ADMINISTRATOR", "CAMPAIGN_OFFICE"})
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int POLL_MILLIS = 300;

    private final transient Imports imports;
    private final transient ImportFiles files;
    private final PasswordField password = new PasswordField();
    private final Div actions = new Div();
    private final Div list = new Div();
    private final Div more = new Div();
    private final Map<ImportStatus, NativeButton> chips = new EnumMap<>(ImportStatus.class);
    private transient ImportRun run;
    private ImportStatus shown = ImportStatus.ADDED;
    private int after;
    private @Nullable Registration writing;

    @SuppressWarnings("NullAway.Init")
    ImportView(Imports imports, ImportFiles files) {
        this.imports = imports;
        this.files = files;
        addClassName("page");
        list.addClassName("inbox");
        list.getElement().setAttribute("role", "list");
        more.addClassName("inbox-more");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            run = imports.view(
                    UUID.fromString(event.getRouteParameters().get("runId").orElse("")));
            show();
        } catch (IllegalArgumentException e) {
            event.rerouteToError(NotFoundException.class);
        } catch (UserError e) {
            var box = new Div(new H2(Notices.text(e.message())));
            box.addClassName("empty");
            add(box);
        }
    }

    private void show() {
        removeAll();
        var meta = new Div(
                new Span(getTranslation("import.kind." + run.kind())),
                new Span(
                        getTranslation("import.run.when", Dates.moment(run.createdAt(), getLocale()), run.createdBy())),
                new Span(getTranslation("import.state." + run.state())));
        meta.addClassName("page-meta");
        var back = new Anchor("admin/imports", getTranslation("import.back"));
        back.getElement().setAttribute("router-link", true);
        var header = new Div(new H1(run.fileName()), meta);
        header.addClassName("page-header");
        add(back, header, figures());
        showActions();
        add(actions);
        if (run.state() == ImportRun.State.READY || run.faulty() > 0) {
            shown = run.faulty() > 0
                    ? ImportStatus.FAULTY
                    : run.added() > 0 ? ImportStatus.ADDED : ImportStatus.CHANGED;
            add(list, more);
            reload();
        }
    }

    private Section figures() {
        var row = new Div();
        row.addClassName("chips");
        row.getElement().setAttribute("role", "group");
        chips.clear();
        figure(row, ImportStatus.ADDED, run.added());
        figure(row, ImportStatus.CHANGED, run.changed());
        figure(row, ImportStatus.SAME, run.same());
        figure(row, ImportStatus.FAULTY, run.faulty());
        var section = new Section(new H2(getTranslation("import.figures")), row);
        section.addClassName("section");
        if (run.faulty() > 0) {
            var name = getTranslation("import.file.faults", run.fileName().replaceFirst("\\.\\w+$", ""));
            section.add(
                    new Paragraph(getTranslation("import.faultsHint")),
                    new DownloadButton(
                            getTranslation("import.faults"),
                            Sheets.download(
                                    name,
                                    out -> files.faults(
                                            run.id(), getTranslation("import.status.FAULTY"), out, Notices::text))));
        }
        return section;
    }

    private void figure(Div row, ImportStatus status, int number) {
        var chip = new NativeButton(getTranslation("import.status." + status) + " " + number, event -> {
            shown = status;
            reload();
        });
        chip.addClassName("chip");
        chip.setEnabled(number > 0 && status != ImportStatus.SAME);
        chips.put(status, chip);
        row.add(chip);
    }

    private void showActions() {
        actions.removeAll();
        actions.setClassName("section");
        if (run.state() != ImportRun.State.READY) {
            return;
        }
        if (run.toWrite() == 0) {
            actions.add(new Paragraph(getTranslation("import.nothing")));
        } else if (writing != null) {
            var bar = new ProgressBar(0, run.toWrite(), Math.min(run.written(), run.toWrite()));
            actions.add(new Span(getTranslation("import.accepting", run.written(), run.toWrite())), bar);
            return;
        } else {
            if (run.kind() == ImportKind.CADRES && run.added() > 0) {
                password.setLabel(getTranslation("import.password"));
                password.setHelperText(getTranslation("import.passwordHint"));
                password.setRequiredIndicatorVisible(true);
                actions.add(password);
            }
            var accept = new Button(
                    run.written() > 0 ? getTranslation("import.again") : getTranslation("import.accept", run.toWrite()),
                    event -> begin());
            accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            accept.setDisableOnClick(true);
            actions.add(accept);
        }
        var discard = new Button(getTranslation("import.discard"), event -> discard());
        actions.add(discard);
    }

    private void discard() {
        if (Notices.attempt(() -> imports.discard(run.id()))) {
            if (run.written() > 0) {
                Notices.success("import.discardedSome", run.written());
            } else {
                Notices.success("import.discarded");
            }
            getUI().ifPresent(ui -> ui.navigate("admin/imports"));
        }
    }

    /** Each answer to the browser's question writes a piece, so that the page shows how far it is. */
    private void begin() {
        if (!step()) {
            showActions();
            return;
        }
        if (run.state() == ImportRun.State.READY) {
            getUI().ifPresent(ui -> {
                ui.setPollInterval(POLL_MILLIS);
                writing = ui.addPollListener(event -> {
                    if (!step() || run.state() != ImportRun.State.READY) {
                        stop();
                        finished();
                    } else {
                        showActions();
                    }
                });
            });
            showActions();
        } else {
            finished();
        }
    }

    private boolean step() {
        return Notices.attempt(
                Map.<String, HasValidation>of("password", password),
                () -> run = imports.accept(run.id(), password.getValue()));
    }

    private void finished() {
        if (run.state() == ImportRun.State.DONE) {
            Notices.success("import.accepted", run.written());
            show();
        } else {
            showActions();
        }
    }

    private void stop() {
        if (writing != null) {
            writing.remove();
            writing = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void reload() {
        chips.forEach(
                (status, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(status == shown)));
        list.removeAll();
        after = -1;
        load();
    }

    private void load() {
        var page = imports.items(run.id(), shown, after, PAGE);
        page.forEach(item -> list.add(row(item)));
        after = page.isEmpty() ? after : page.getLast().number();
        list.setVisible(list.getChildren().findAny().isPresent());
        more.removeAll();
        if (page.size() == PAGE) {
            more.add(new Button(getTranslation("import.more"), event -> load()));
        }
    }

    private Component row(ImportItem item) {
        var what = new Span(item.label());
        what.addClassName("what");
        var row = new Div(what);
        row.addClassNames("inbox-row", "plain-row");
        row.getElement().setAttribute("role", "listitem");
        var line = new Span(getTranslation("import.line", String.valueOf(item.number())));
        line.addClassName("due");
        if (item.faults().isEmpty()) {
            var where = new Span(
                    item.changes().isEmpty()
                            ? ""
                            : getTranslation(
                                    "import.changes",
                                    item.changes().stream()
                                            .map(change -> getTranslation("import.change." + change))
                                            .collect(Collectors.joining(getTranslation("shell.listSeparator")))));
            where.addClassName("where");
            row.add(where, line);
        } else {
            var faults = new UnorderedList();
            faults.addClassNames("where", "plain-list");
            item.faults()
                    .forEach(fault -> faults.add(new ListItem(
                            fault.title().isEmpty()
                                    ? Notices.text(fault.message())
                                    : getTranslation("import.fault", fault.title(), Notices.text(fault.message())))));
            row.add(faults, line);
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return (run == null ? getTranslation("import.title") : run.fileName()) + " · "
                + getTranslation("shell.product");
    }
}
