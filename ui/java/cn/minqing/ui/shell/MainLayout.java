package cn.minqing.ui.shell;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItems;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The frame of every page: the work of the current role on the left (a drawer on the phone); search, time, language
 * and person on top. A view appears in the menu when it carries {@code @Menu} with a bundle key as title, and its
 * {@code @RolesAllowed} names the current role.
 */
@Layout
@PermitAll
@StyleSheet("styles/shell.css")
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final int MAX_SHOWN = 99;

    private final transient WorkItems workItems;
    private final transient TaskPages taskPages;
    private final transient Languages languages;
    private final transient AuthenticationContext authentication;
    private final transient AppClock clock;
    private final transient Bundles texts;
    private final transient HeaderLine headerLine;
    private final SideNav work = new SideNav();
    private final SideNav pages = new SideNav();
    private final Span place = new Span();
    private final Span time = new Span();
    private final MenuBar person = new MenuBar();
    private transient List<?> personState = List.of();

    MainLayout(
            WorkItems workItems,
            TaskPages taskPages,
            Languages languages,
            AuthenticationContext authentication,
            AppClock clock,
            Bundles texts,
            HeaderLine headerLine,
            Search search) {
        this.workItems = workItems;
        this.taskPages = taskPages;
        this.languages = languages;
        this.authentication = authentication;
        this.clock = clock;
        this.texts = texts;
        this.headerLine = headerLine;
        setPrimarySection(Section.DRAWER);
        addToNavbar(top(search));
        addToDrawer(drawer());
    }

    /** Counts anew what waits; call it after work was done without leaving the page. */
    public static void refresh() {
        var ui = UI.getCurrent();
        if (ui != null && ComponentUtil.getData(ui, MainLayout.class) instanceof MainLayout layout) {
            layout.show();
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        content.getElement().setAttribute("role", "main");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        ComponentUtil.setData(event.getUI(), MainLayout.class, this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        ComponentUtil.setData(event.getUI(), MainLayout.class, null);
        super.onDetach(event);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private Component top(Search search) {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        place.addClassName("top-place");
        time.addClassName("top-clock");
        person.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        person.addClassName("top-person");
        var bar = new Div(toggle, place, search.button(), clockLink(), person);
        bar.addClassName("top");
        return bar;
    }

    /** The demo shows its clock; an administrator reaches the page that moves it. */
    private Component clockLink() {
        var box = new Span();
        box.addClassName("top-clock-box");
        if (clock.movable()) {
            if (Actors.current().has(Role.ADMINISTRATOR)) {
                var link = new Anchor("admin/clock", time);
                link.setTitle(getTranslation("shell.clock.move"));
                box.add(link);
            } else {
                box.add(time);
            }
        }
        return box;
    }

    private Component drawer() {
        var name = new Span(getTranslation("shell.product"));
        var home = new Anchor("", name);
        home.getElement().setAttribute("router-link", true);
        home.addClassName("drawer-product");
        work.addClassName("drawer-work");
        work.getElement().setAttribute("aria-label", getTranslation("shell.work"));
        pages.getElement().setAttribute("aria-label", getTranslation("shell.pages"));
        var nav = new Nav(home, work, pages);
        nav.addClassName("drawer");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        return nav;
    }

    private void show() {
        var role = CurrentRole.get();
        place.setText(headerLine.text());
        place.setTitle(place.getText());
        time.setText(getTranslation("shell.clock", Dates.moment(clock.now(), getLocale())));
        showWork(role);
        showPages(role);
        showPerson(role);
    }

    private void showWork(Role role) {
        work.removeAll();
        var filter = WorkItems.Filter.ALL.withRole(role);
        var all = new SideNavItem(getTranslation("shell.inbox"), "", VaadinIcon.INBOX.create());
        all.setSuffixComponent(count(workItems.count(filter)));
        work.addItem(all);
        workItems.counts(filter, taskPages.elementIds()).forEach((element, number) -> {
            if (number > 0) {
                var item = new SideNavItem(texts.getTranslation("task." + element, getLocale()), "");
                item.setQueryParameters(QueryParameters.of("kind", element));
                item.setMatchNested(false);
                item.setSuffixComponent(count(number));
                item.addClassName("drawer-kind");
                work.addItem(item);
            }
        });
    }

    private Span count(int number) {
        var span = new Span(capped(number));
        span.addClassName("drawer-count");
        span.getElement().setAttribute("aria-label", getTranslation("shell.waiting", capped(number)));
        return span;
    }

    /** 0 to 99, then "99+". */
    public static String capped(int number) {
        return number > MAX_SHOWN ? MAX_SHOWN + "+" : String.valueOf(number);
    }

    private void showPages(Role role) {
        pages.removeAll();
        for (var entry : MenuConfiguration.getMenuEntries()) {
            if (offeredTo(entry, role)) {
                var item = new SideNavItem(getTranslation(entry.title()), entry.path());
                if (entry.icon() != null) {
                    item.setPrefixComponent(new Icon(entry.icon().replace("vaadin:", "")));
                }
                pages.addItem(item);
            }
        }
    }

    private static boolean offeredTo(MenuEntry entry, Role role) {
        var allowed = Optional.ofNullable(entry.menuClass()).map(view -> view.getAnnotation(RolesAllowed.class));
        return allowed.isEmpty() || Arrays.asList(allowed.get().value()).contains(role.name());
    }

    /** Built anew only when it says something else: it may be open just now. */
    private void showPerson(Role role) {
        var actor = Actors.current();
        var waiting = waitingByRole(actor);
        var state = List.of(role, waiting);
        if (state.equals(personState)) {
            return;
        }
        personState = state;
        person.removeAll();
        var avatar = new Avatar(actor.name());
        var roleName = new Span(roleName(role));
        roleName.addClassName("top-role");
        var name = new Span(actor.name());
        name.addClassName("top-name");
        var shown = new Div(avatar, name, roleName);
        shown.addClassName("top-person-shown");
        var root = person.addItem(shown);
        root.setAriaLabel(getTranslation("shell.person", actor.name(), roleName(role)));
        var menu = root.getSubMenu();
        addRoles(menu, actor, role, waiting);
        addLanguages(menu);
        menu.addItem(getTranslation("shell.logout"), e -> {
            cn.minqing.ui.component.LocalDraft.forgetAll(UI.getCurrent());
            authentication.logout();
        });
    }

    private void addRoles(SubMenu menu, Actor actor, Role current, Map<Role, String> waiting) {
        var held = CurrentRole.held(actor);
        var scopes = actor.grants().stream()
                .collect(Collectors.groupingBy(
                        Actor.Grant::role,
                        TreeMap::new,
                        Collectors.mapping(
                                Actor.Grant::scopeName, Collectors.joining(getTranslation("shell.listSeparator")))));
        for (var role : held) {
            var text = getTranslation("shell.roleIn", roleName(role), scopes.get(role));
            if (held.size() == 1) {
                menu.addItem(text).setEnabled(false);
                continue;
            }
            var item = menu.addItem(getTranslation("shell.roleWaiting", text, waiting.get(role)), e -> switchTo(role));
            check(item, role == current);
        }
        if (!held.isEmpty()) {
            menu.addSeparator();
        }
    }

    /** How many tasks wait in each role; nothing for who holds only one. */
    private Map<Role, String> waitingByRole(Actor actor) {
        var held = CurrentRole.held(actor);
        return held.size() < 2
                ? Map.of()
                : held.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                role -> capped(workItems.count(WorkItems.Filter.ALL.withRole(role)))));
    }

    private void addLanguages(SubMenu menu) {
        for (var locale : Languages.ALL) {
            var item = menu.addItem(
                    getTranslation("shell.language." + locale.toLanguageTag()), e -> languages.choose(locale));
            item.getElement().setAttribute("lang", Languages.htmlName(locale));
            check(item, Languages.closest(getLocale()).equals(locale));
        }
        menu.addSeparator();
    }

    private static void check(MenuItem item, boolean checked) {
        item.setCheckable(true);
        item.setChecked(checked);
    }

    /** Starts the other role's work with a fresh page. */
    private static void switchTo(Role role) {
        CurrentRole.set(role);
        UI.getCurrent().getPage().setLocation(".");
    }

    private String roleName(Role role) {
        return getTranslation("role." + role.code());
    }
}
