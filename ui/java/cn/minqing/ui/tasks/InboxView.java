package cn.minqing.ui.tasks;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.SavedFilters;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.CurrentRole;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.MainLayout;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * What waits for the current role, soonest first, and the task that is open. On a wide page the task stands beside the
 * list, on a phone in its place; the address tells which one it is and how the list is narrowed.
 */
@Route(value = "", layout = MainLayout.class)
@RouteAlias(value = "task/:workItemId", layout = MainLayout.class)
@PermitAll
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int EXPORT_PAGE = 500;

    private final transient WorkItems workItems;
    private final transient AppClock clock;
    private final transient TaskTexts texts;
    private final transient Groups groups;
    private final transient TaskPanel.Factory panels;

    private final FilterBar filterBar;
    private final BulkBar bulkBar;
    private final Div rows = new Div();
    private final Div more = new Div();
    private final Div detail = new Div();
    private final Span summary = new Span();
    private final Button select = new Button();
    private final Div actions = new Div();

    private final List<WorkItem> items = new ArrayList<>();
    private final Map<UUID, InboxRow> shown = new LinkedHashMap<>();
    private final Set<UUID> selected = new LinkedHashSet<>();
    private InboxFilter filter = InboxFilter.ALL;
    private Role role = Role.CADRE;
    private WorkItems.@Nullable Cursor next;
    private @Nullable UUID openId;
    private boolean selecting;
    private boolean loaded;
    private String title = "";
    private String listTitle = "";

    InboxView(
            WorkItems workItems,
            SavedFilters savedFilters,
            AppClock clock,
            TaskTexts texts,
            Groups groups,
            TaskPanel.Factory panels,
            BulkBar.Factory bulkBars,
            InboxNotes.Factory notes,
            ObjectMapper json) {
        this.workItems = workItems;
        this.clock = clock;
        this.texts = texts;
        this.groups = groups;
        this.panels = panels;
        filterBar = new FilterBar(savedFilters, json, this::narrow);
        bulkBar = bulkBars.create(this::selectedItems, this::afterBulk, () -> selecting(false));
        addClassNames("page", "page-wide", "inbox-page");
        rows.addClassName("inbox");
        more.addClassName("inbox-more");
        summary.addClassName("page-meta");
        detail.addClassName("split-detail");
        detail.getElement().setAttribute("role", "region");
        detail.getElement().setAttribute("aria-label", getTranslation("inbox.detail"));
        var list = new Div(header(), notes.create(), filterBar, rows, more, bulkBar);
        list.addClassName("split-list");
        var split = new Div(list, detail);
        split.addClassName("split");
        add(split);
    }

    private Div header() {
        select.setText(getTranslation("inbox.selectMany"));
        select.addThemeNames("tertiary");
        select.addClickListener(e -> selecting(!selecting));
        var download = new DownloadButton(
                getTranslation("inbox.export"),
                Excel.download(
                        getTranslation("inbox.exportName"),
                        texts.columns(getLocale()),
                        () -> Excel.paged(last -> workItems
                                .page(
                                        wanted(),
                                        last == null ? null : new WorkItems.Cursor(last.due(), last.id()),
                                        EXPORT_PAGE)
                                .items())));
        actions.add(select, download);
        actions.addClassName("page-actions");
        var header = new Div(new H1(getTranslation("inbox.title")), summary, actions);
        header.addClassName("page-header");
        return header;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wantedId = event.getRouteParameters().get("workItemId").flatMap(InboxView::uuid);
        if (wantedId.isEmpty()) {
            openId = null;
            var wanted = InboxFilter.of(event.getLocation().getQueryParameters());
            if (!loaded || !wanted.equals(filter) || role != CurrentRole.get()) {
                filter = wanted;
                reload();
            }
            close();
            return;
        }
        openId = wantedId.get();
        var item = workItems.find(openId);
        item.ifPresent(this::workInRoleOf);
        if (!loaded || role != CurrentRole.get()) {
            reload();
        }
        show(item);
    }

    /** Who follows a link to a task of their other role works in that role from here on. */
    private void workInRoleOf(WorkItem item) {
        if (item.role() != null) {
            CurrentRole.workIn(Role.of(item.role()));
        }
    }

    private void narrow(InboxFilter wanted) {
        UI.getCurrent().navigate(InboxView.class, wanted.query());
    }

    private WorkItems.Filter wanted() {
        return filter.in(role, clock.today());
    }

    private void reload() {
        loaded = true;
        role = CurrentRole.get();
        items.clear();
        next = null;
        selecting(false);
        filterBar.show(filter, role, texts.kinds(workItems, role, getLocale()));
        load(null);
    }

    private void load(WorkItems.@Nullable Cursor after) {
        var page = workItems.page(wanted(), after, PAGE);
        items.addAll(page.items());
        next = page.next();
        showRows();
    }

    private void showRows() {
        rows.removeAll();
        more.removeAll();
        shown.clear();
        var count = MainLayout.capped(workItems.count(wanted()));
        listTitle = getTranslation("inbox.titleCount", count);
        summary.setText(getTranslation(filter.isAll() ? "inbox.summary" : "inbox.summaryFiltered", count));
        rows.setVisible(!items.isEmpty());
        actions.setVisible(!items.isEmpty());
        select.setVisible(selecting || items.stream().anyMatch(bulkBar::offers));
        filterBar.setVisible(!items.isEmpty() || !filter.isAll());
        if (items.isEmpty()) {
            more.add(empty());
            return;
        }
        for (var group : groups.of(items, role, clock.today(), getLocale())) {
            var head = new H2(group.title());
            var number = new Span(getTranslation("inbox.items", group.items().size()));
            number.addClassName("inbox-count");
            head.add(number);
            head.addClassName("inbox-group");
            var lines = new Div();
            lines.getElement().setAttribute("role", "list").setAttribute("aria-label", group.title());
            rows.add(head, lines);
            for (var item : group.items()) {
                var row = row(item, group);
                row.selectable(selecting);
                row.select(selected.contains(item.id()));
                row.open(item.id().equals(openId));
                shown.put(item.id(), row);
                lines.add(row);
            }
        }
        if (next != null) {
            more.add(new Button(getTranslation("inbox.more"), e -> load(next)));
        }
    }

    private InboxRow row(WorkItem item, Groups.Group group) {
        var about = group.what().apply(item);
        var kind = texts.kind(item, getLocale());
        return new InboxRow(
                item,
                about.isBlank() ? kind : kind + " · " + about,
                group.where().apply(item),
                texts.shortDue(item, getLocale()),
                texts.due(item, getLocale()),
                on -> select(item, on));
    }

    private Div empty() {
        var box = new Div(new H2(getTranslation(filter.isAll() ? "inbox.empty" : "inbox.emptyFiltered")));
        if (filter.isAll()) {
            box.add(new Paragraph(getTranslation("inbox.empty." + role.code())));
            CurrentRole.held(Actors.current()).stream()
                    .filter(other -> other != role)
                    .forEach(other -> waitingIn(other).ifPresent(box::add));
        } else {
            box.add(new Paragraph(getTranslation("inbox.emptyFilteredHint")));
            box.add(new Button(getTranslation("inbox.showAll"), e -> narrow(InboxFilter.ALL)));
        }
        box.addClassName("empty");
        return box;
    }

    /** Leads to the work of another role the person holds, when some waits there. */
    private Optional<Button> waitingIn(Role other) {
        var number = workItems.count(WorkItems.Filter.ALL.withRole(other));
        if (number == 0) {
            return Optional.empty();
        }
        var text = getTranslation("inbox.otherRole", getTranslation("role." + other.code()), MainLayout.capped(number));
        return Optional.of(new Button(text, e -> {
            CurrentRole.workIn(other);
            UI.getCurrent().getPage().setLocation(".");
        }));
    }

    private void selecting(boolean on) {
        selecting = on;
        selected.clear();
        select.setText(getTranslation(on ? "inbox.selectEnd" : "inbox.selectMany"));
        shown.values().forEach(row -> row.selectable(on));
        bulkBar.show(on, List.of());
    }

    private void select(WorkItem item, boolean on) {
        if (on ? selected.add(item.id()) : selected.remove(item.id())) {
            bulkBar.show(selecting, selectedItems());
        }
    }

    private List<WorkItem> selectedItems() {
        return items.stream().filter(item -> selected.contains(item.id())).toList();
    }

    private void afterBulk() {
        reload();
        MainLayout.refresh();
    }

    private void close() {
        title = listTitle;
        getElement().getChild(0).getClassList().remove("split-open");
        detail.removeAll();
        if (!items.isEmpty()) {
            var hint = new Div(new Paragraph(getTranslation("inbox.choose")));
            hint.addClassName("empty");
            detail.add(hint);
        }
        mark();
    }

    private void show(Optional<WorkItem> found) {
        getElement().getChild(0).getClassList().add("split-open");
        detail.removeAll();
        if (found.isPresent()) {
            var item = found.get();
            title = texts.kind(item, getLocale()) + " · " + item.subject();
            detail.add(panels.create(item, back(), () -> finished(item), () -> changed(item.id())));
        } else {
            title = getTranslation("inbox.gone");
            detail.add(panels.gone(whyGone(), back(), Optional.empty()));
        }
        mark();
        detail.getElement()
                .executeJs(
                        "this.scrollTop = 0; if (getComputedStyle(this).position !== 'sticky') window.scrollTo(0, 0)");
    }

    private String whyGone() {
        try {
            workItems.requireOpen(openId == null ? new UUID(0, 0) : openId);
            return getTranslation("inbox.goneHint");
        } catch (UserError error) {
            return cn.minqing.ui.shell.Notices.text(error.message());
        }
    }

    /** Claimed or given back: the item stands in the list otherwise now. */
    private void changed(UUID id) {
        reload();
        MainLayout.refresh();
        show(workItems.find(id));
    }

    /** The task is done: the next one of the same household, else of the same kind, is offered. */
    private void finished(WorkItem done) {
        openId = null;
        reload();
        MainLayout.refresh();
        var following = following(done);
        title = getTranslation("inbox.finished");
        detail.removeAll();
        detail.add(panels.finished(done, back(), following));
        UI.getCurrent().getPage().getHistory().replaceState(null, "");
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }

    /** Something else of the same household, then more of the same kind; not what was just done and came back. */
    private Optional<WorkItem> following(WorkItem done) {
        Predicate<WorkItem> sameKind = item -> done.element().equals(item.element());
        Predicate<WorkItem> sameHousehold =
                item -> done.householdId() != null && done.householdId().equals(item.householdId());
        return items.stream()
                .filter(sameHousehold.and(sameKind.negate()))
                .findFirst()
                .or(() -> items.stream()
                        .filter(sameKind.and(item -> !item.subjectId().equals(done.subjectId())))
                        .findFirst());
    }

    private Anchor back() {
        var query = filter.query().getQueryString();
        var link = new Anchor(query.isEmpty() ? "" : "?" + query, getTranslation("inbox.back"));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("task-back");
        return link;
    }

    private void mark() {
        shown.forEach((id, row) -> row.open(id.equals(openId)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.of(new UUID(0, 0));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // j and k go through the list, Enter opens (the rows are links), e goes into the open task.
        getElement().executeJs("""
                        const view = this;
                        const keys = event => {
                          if (!view.isConnected) { document.removeEventListener('keydown', keys); return; }
                          const target = event.composedPath()[0];
                          if (event.ctrlKey || event.metaKey || event.altKey || target.isContentEditable
                              || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
                              || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
                          if (event.key === 'j' || event.key === 'k') {
                            const rows = [...view.querySelectorAll('a.inbox-row')];
                            const at = rows.indexOf(document.activeElement);
                            const start = at < 0 ? rows.findIndex(row => row.getAttribute('aria-current')) : at;
                            const row = rows[Math.min(rows.length - 1, Math.max(0, start + (event.key === 'j' ? 1 : -1)))];
                            row?.focus(); row?.scrollIntoView({block: 'nearest'}); event.preventDefault();
                          } else if (event.key === 'e') {
                            const field = view.querySelector('.split-detail')?.querySelector(
                              'vaadin-text-field, vaadin-text-area, vaadin-radio-group, vaadin-date-picker, vaadin-select, vaadin-number-field, vaadin-checkbox, vaadin-button');
                            if (field) { field.focus(); event.preventDefault(); }
                          }
                        };
                        document.addEventListener('keydown', keys);
                        """);
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("shell.product");
    }
}
