package cn.minqing.ui.admin;

import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.ui.shell.Bundles;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.MainLayout;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** The administrative division. */
@Route(value = "admin/areas", layout = MainLayout.class)
@Menu(title = "admin.areas", order = 92, icon = "vaadin:map-marker")
@RolesAllowed("ADMINISTRATOR")
class AreasView extends ListPage<Area> {
    private final transient Bundles texts;

    AreasView(Areas areas, Bundles texts) {
        super("admin.areas", (after, text, limit) -> areas.page(after == null ? "" : after.code(), text, limit));
        this.texts = texts;
        var locale = getLocale();
        build(List.of(
                Excel.Column.of(getTranslation("admin.areas.code"), 18, Area::code),
                Excel.Column.of(getTranslation("admin.areas.name"), 24, Area::name),
                Excel.Column.of(getTranslation("admin.areas.level"), 12, area -> level(area, locale))));
    }

    @Override
    Line line(Area area) {
        return new Line(area.name(), area.code(), level(area, getLocale()));
    }

    private String level(Area area, Locale locale) {
        return texts.getTranslation("level." + area.level().name().toLowerCase(Locale.ROOT), locale);
    }
}
