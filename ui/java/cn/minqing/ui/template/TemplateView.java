package cn.minqing.ui.template;

import static cn.minqing.ui.template.TemplateTexts.text;

import cn.minqing.campaign.TemplateFault;
import cn.minqing.campaign.TemplateVersions;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** One version of a template: as fields, or as text with its faults by line. Released ones are only looked at. */
@Route(value = "campaign-templates/:id/:version", layout = MainLayout.class)
@RolesAllowed({"CAMPAIGN_OFFICE", "PROCESS_DESIGNER"})
@StyleSheet("context://styles/template.css")
class TemplateView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient TemplateVersions templates;
    private final transient Drafts drafts;
    private final transient ObjectMapper json;
    private final transient Dates dates;
    private final Div content = new Div();
    private final Div faults = new Div();
    private final Span kept = new Span();
    private final TextArea area = new TextArea();
    private transient TemplateVersions.Opened opened;
    private @Nullable TemplateFields fields;
    private String title = "";
    private boolean editing;
    private NativeButton asFields = new NativeButton();
    private NativeButton asText = new NativeButton();

    /** What was typed and not saved, and the draft it was typed into. */
    private record Kept(int revision, String text) {}

    @SuppressWarnings("NullAway.Init")
    TemplateView(TemplateVersions templates, Drafts drafts, ObjectMapper json, Dates dates) {
        this.templates = templates;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        addClassNames("page", "template-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        try {
            opened = templates.open(
                    parameters.get("id").orElseThrow(),
                    Integer.parseInt(parameters.get("version").orElseThrow()));
        } catch (NumberFormatException | cn.minqing.platform.UserError e) {
            throw new NotFoundException();
        }
        editing = event.getLocation().getQueryParameters().getParameters().containsKey("edit")
                || (opened.version().draft() && !opened.version().shipped());
        build();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void build() {
        removeAll();
        var version = opened.version();
        title = text("templates.page", version.name(), version.version());
        var header = new Div(new H1(title));
        header.addClassName("page-header");
        var meta = new Div(new Span(text("templates.code", version.id())));
        var state = new Span(text(version.draft() ? "templates.state.draft" : "templates.state.released"));
        state.addClassName("tag");
        meta.add(new Span(" · "), state);
        meta.addClassName("page-meta");
        header.add(meta);
        asFields = chip("templates.asFields", () -> show(true));
        asText = chip("templates.asText", () -> show(false));
        var chips = new Div(asFields, asText);
        chips.addClassName("chips");
        kept.addClassName("saved-note");
        kept.getElement().setAttribute("role", "status");
        kept.setVisible(false);
        faults.addClassName("template-faults");
        faults.setId("template-faults");
        add(header, chips, kept, faults, content);
        area.setWidthFull();
        area.setMinRows(20);
        area.setId("template-text");
        area.addClassName("template-text");
        area.setHelperText(text("templates.text.help"));
        area.setReadOnly(!editing);
        area.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep();
                check();
            }
        });
        area.setValue(opened.text());
        restore();
        show(true);
        if (editing || version.draft()) {
            add(bar(version));
        }
    }

    private NativeButton chip(String key, Runnable work) {
        var chip = new NativeButton(text(key), event -> work.run());
        chip.addClassName("chip");
        return chip;
    }

    private Div bar(TemplateVersions.Version version) {
        var bar = new Div();
        bar.addClassName("action-bar");
        if (version.draft()) {
            var discard = new Button(
                    text("templates.discard"),
                    event -> ask("templates.discard", () -> {
                        templates.discard(version.id(), version.version(), version.revision());
                        drafts.clear(key());
                        Notices.success("templates.discarded");
                        getUI().ifPresent(ui -> ui.navigate(TemplatesView.class));
                    }));
            discard.setId("template-discard");
            bar.add(discard);
        }
        if (editing) {
            var save = new Button(text("templates.save"), event -> {
                save();
                event.getSource().setEnabled(true);
            });
            save.setId("template-save");
            save.setDisableOnClick(true);
            if (!version.draft()) {
                save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            bar.add(save);
        }
        if (version.draft()) {
            var release = new Button(text("templates.release"), event -> ask("templates.release", this::release));
            release.setId("template-release");
            release.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            bar.add(release);
        }
        return bar;
    }

    private void ask(String key, Runnable work) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(text(key));
        dialog.setText(text(key + ".sure"));
        dialog.setCancelable(true);
        dialog.setCancelText(text("templates.cancel"));
        dialog.setConfirmText(text(key));
        dialog.addConfirmListener(event -> Notices.attempt(work));
        dialog.open();
    }

    private void show(boolean byField) {
        var text = current();
        area.setValue(text);
        var tree = templates.tree(text);
        var shown = byField && tree.isPresent();
        content.removeAll();
        fields = null;
        if (shown) {
            var form = new TemplateFields(templates, tree.orElseThrow(), !editing, this::keep);
            fields = form;
            content.add(form);
        } else {
            var check = new Button(text("templates.check"), event -> check());
            check.setId("template-check");
            content.add(area, check);
        }
        asFields.getElement().setAttribute("aria-pressed", String.valueOf(shown));
        asText.getElement().setAttribute("aria-pressed", String.valueOf(!shown));
        check();
        if (byField && !shown) {
            faults.addComponentAsFirst(new Span(text("templates.unreadable")));
        }
    }

    /** The text as it stands on the page; untouched fields leave it as it was, with its comments. */
    private String current() {
        if (fields == null) {
            return area.getValue();
        }
        var read = fields.read();
        var before = templates.tree(area.getValue());
        return before.isPresent() && before.get().equals(read) ? area.getValue() : templates.text(read);
    }

    private List<TemplateFault> check() {
        var text = current();
        var found = templates.check(text);
        faults.removeAll();
        if (found.isEmpty()) {
            var fine = new Span(text("templates.fine"));
            fine.addClassName("info-note");
            faults.add(fine);
        } else {
            faults.add(new Span(text("templates.faults", found.size())));
            found.forEach(fault -> faults.add(line(fault)));
        }
        if (fields != null) {
            fields.mark(found);
        }
        return found;
    }

    private NativeButton line(TemplateFault fault) {
        var line = new NativeButton(TemplateTexts.fault(fault), event -> {
            if (fields != null) {
                show(false);
            }
            area.getElement().executeJs("""
                            const field = this.inputElement;
                            const lines = field.value.split('\\n');
                            const start = lines.slice(0, $0 - 1).reduce((sum, one) => sum + one.length + 1, 0);
                            field.focus();
                            field.setSelectionRange(start, start + (lines[$0 - 1] || '').length);
                            """, Math.max(1, fault.line()));
        });
        line.addClassName("template-fault-line");
        return line;
    }

    private void save() {
        var version = opened.version();
        var text = current();
        if (Notices.attempt(() -> {
            var saved = templates.save(version.id(), version.version(), version.revision(), text);
            drafts.clear(key());
            opened = templates.open(saved.id(), saved.version());
        })) {
            Notices.success("templates.saved");
            if (opened.version().version() == version.version()) {
                var byField = fields != null;
                kept.setVisible(false);
                fields = null;
                area.setValue(opened.text());
                show(byField);
                replaceBar();
            } else {
                getUI().ifPresent(ui -> ui.navigate(TemplatesView.path(opened.version())));
            }
        }
    }

    private void replaceBar() {
        getChildren().filter(child -> child.hasClassName("action-bar")).toList().forEach(this::remove);
        add(bar(opened.version()));
    }

    private void release() {
        if (!check().isEmpty()) {
            throw new cn.minqing.platform.UserError(
                    "template.faulty", templates.check(current()).size());
        }
        var version = opened.version();
        if (editing && !current().equals(opened.text())) {
            var saved = templates.save(version.id(), version.version(), version.revision(), current());
            opened = templates.open(saved.id(), saved.version());
            version = saved;
        }
        var released = templates.release(version.id(), version.version(), version.revision());
        drafts.clear(key());
        Notices.success("templates.released", released.version());
        getUI().ifPresent(ui -> ui.navigate(TemplatesView.class));
    }

    private void keep() {
        if (editing) {
            var at = drafts.save(
                    key(), json.writeValueAsString(new Kept(opened.version().revision(), current())));
            kept.setText(text("templates.kept", dates.when(at, TemplateTexts.locale())));
            kept.setVisible(true);
        }
    }

    private void restore() {
        if (!editing) {
            return;
        }
        drafts.load(key()).ifPresent(draft -> {
            var before = json.readValue(draft.json(), Kept.class);
            if (!before.text().equals(opened.text())) {
                area.setValue(before.text());
                kept.setText(text("templates.restored", dates.when(draft.savedAt(), TemplateTexts.locale())));
                kept.setVisible(true);
                var drop = new Button(text("templates.dropKept"), event -> {
                    drafts.clear(key());
                    fields = null;
                    area.setValue(opened.text());
                    kept.setVisible(false);
                    remove(event.getSource());
                    show(true);
                });
                drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                addComponentAtIndex(indexOf(kept) + 1, drop);
            }
        });
    }

    private String key() {
        var version = opened.version();
        return "template/" + version.id() + "/" + version.version();
    }
}
