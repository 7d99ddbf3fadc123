package cn.minqing.ui.ledger;

import static cn.minqing.ui.ledger.LedgerTexts.text;

import cn.minqing.ledger.Ledgers;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The frozen months of every ledger somebody may see. */
@Route("ledger-freezes")
@RolesAllowed({
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CADRE",
    "UNIT_LEADER",
    "DEPARTMENT_HANDLER"
})
@StyleSheet("context://styles/ledger.css")
class LedgerFreezesView extends Div implements HasDynamicTitle {
    LedgerFreezesView(Ledgers ledgers) {
        addClassNames("page", "ledger-page");
        var actions = new Div(new Anchor("ledger", text("ledger.live")));
        actions.addClassName("page-actions");
        var header = new Div(new H1(text("ledger.freezes")), actions);
        header.addClassName("page-header");
        add(header);
        var any = false;
        for (var ledger : ledgers.visible()) {
            var freezes = ledgers.freezes(ledger.id());
            if (freezes.isEmpty()) {
                continue;
            }
            any = true;
            var list = new Div();
            list.addClassName("inbox");
            for (var freeze : freezes) {
                var what = new Div(
                        new Span(text("ledger.freeze.name", freeze.serial(), LedgerTexts.month(freeze.month()))));
                what.addClassName("what");
                if (freeze.last()) {
                    var last = new Span(text("ledger.freeze.last"));
                    last.addClassName("tag");
                    what.add(new Span(" "), last);
                }
                var where = new Div(
                        new Span(text("ledger.freeze.line", freeze.rows(), freeze.onTheSpot(), freeze.frozenAt())));
                where.addClassName("where");
                var line = new Anchor("ledger-freeze/" + freeze.id(), "");
                line.addClassName("inbox-row");
                line.add(what, where);
                list.add(line);
            }
            add(new H2(ledger.campaignName() + " · " + ledger.areaName()), list);
        }
        if (!any) {
            add(LedgerTexts.empty("ledger.freeze.none", "ledger.freeze.noneHint"));
        }
    }

    @Override
    public String getPageTitle() {
        return text("ledger.freezes");
    }
}
