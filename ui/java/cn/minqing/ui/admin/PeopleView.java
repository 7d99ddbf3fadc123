package cn.minqing.ui.admin;

import cn.minqing.organization.People;
import cn.minqing.ui.shell.Bundles;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.MainLayout;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Accounts, their units and roles. */
@Route(value = "admin/people", layout = MainLayout.class)
@Menu(title = "admin.people", order = 91, icon = "vaadin:users")
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends ListPage<People.Line> {
    private final transient Bundles texts;

    PeopleView(People people, Bundles texts) {
        super("admin.people", (after, text, limit) -> people.page(after == null ? "" : after.account(), text, limit));
        this.texts = texts;
        var locale = getLocale();
        build(List.of(
                Excel.Column.of(getTranslation("admin.people.account"), 16, People.Line::account),
                Excel.Column.of(getTranslation("admin.people.name"), 12, People.Line::name),
                Excel.Column.of(getTranslation("admin.people.unit"), 28, People.Line::unit),
                Excel.Column.of(getTranslation("admin.people.position"), 16, People.Line::position),
                Excel.Column.of(getTranslation("admin.people.roles"), 28, person -> roles(person, locale))));
    }

    @Override
    Line line(People.Line person) {
        return new Line(
                person.name() + " · " + person.account(),
                person.unit() + " " + person.position(),
                roles(person, getLocale()));
    }

    private String roles(People.Line person, Locale locale) {
        return person.roles().stream()
                .map(role -> texts.getTranslation("role." + role.code(), locale))
                .collect(Collectors.joining(texts.getTranslation("shell.listSeparator", locale)));
    }
}
