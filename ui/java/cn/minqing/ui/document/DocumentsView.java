package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.document.DocumentLine;
import cn.minqing.document.DocumentLists;
import cn.minqing.document.DocumentLists.Show;
import cn.minqing.platform.AppClock;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Excel.Column;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of a campaign: who still owes which, and what was accepted. Never a ranking. */
@StyleSheet("context://styles/supervision.css")
@Route("documents")
@Menu(title = "document.list", order = 46, icon = "vaadin:file-text-o")
@RolesAllowed({"CADRE", "UNIT_LEADER", "CAMPAIGN_OFFICE", "LEADING_GROUP", "INSPECTOR"})
class DocumentsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int CAMPAIGNS = 50;

    private final transient DocumentLists lists;
    private final transient Dates dates;
    private final transient AppClock clock;
    private final Select<CampaignView> campaign = new Select<>();
    private final Div counts = new Div();
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private final Map<Show, NativeButton> chips = new LinkedHashMap<>();
    private Show show = Show.OPEN;
    private @Nullable UUID after;

    DocumentsView(DocumentLists lists, Dates dates, AppClock clock) {
        this.lists = lists;
        this.dates = dates;
        this.clock = clock;
        addClassNames("page", "supervision");
        var campaigns = lists.campaigns(CAMPAIGNS);
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setVisible(campaigns.size() > 1);
        var excel = new DownloadButton(
                text("document.excel"), Excel.download(text("document.list"), columns(), this::rows));
        excel.setVisible(!campaigns.isEmpty());
        add(Parts.header(text("document.list"), text("document.rule"), excel), campaign, counts);
        var row = new Div();
        row.addClassName("chips");
        for (var wanted : Show.values()) {
            var chip = new NativeButton(text("document.show." + wanted), event -> {
                show = wanted;
                reload();
            });
            chip.addClassName("chip");
            chips.put(wanted, chip);
            row.add(chip);
        }
        row.setVisible(!campaigns.isEmpty());
        more.addClickListener(event -> load());
        add(row, list, more);
        if (campaigns.isEmpty()) {
            more.setVisible(false);
            list.add(Parts.empty("document.empty"));
        } else {
            campaign.setValue(campaigns.getFirst());
            campaign.addValueChangeListener(event -> reload());
            reload();
        }
    }

    private void reload() {
        chips.forEach((one, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(one == show)));
        counts.removeAll();
        lists.counts(campaign.getValue().id()).forEach(count -> {
            var line = new Div(new Span(text(
                    "document.count", count.name(), count.due(), count.handedIn(), count.accepted(), count.late())));
            line.addClassName("page-meta");
            counts.add(line);
        });
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = lists.page(campaign.getValue().id(), show, "", after, PAGE);
        page.lines().forEach(line -> list.add(line(line)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("document.empty"));
        }
    }

    private Component line(DocumentLine line) {
        var what = new Div(new Anchor("document/" + line.id(), line.title().isEmpty() ? line.name() : line.title()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(
                " · ",
                Stream.of(line.name(), line.owner(), line.unit())
                        .distinct()
                        .filter(words -> !words.isEmpty())
                        .toList())));
        where.addClassName("where");
        var due = new Div(Parts.tag(text("document.state." + line.state())));
        due.addClassName("due");
        if (line.overdue(clock.today()) || line.late()) {
            due.add(Parts.tag(text(line.late() ? "document.late" : "document.overdue")));
        } else if (!line.state().isOver()) {
            due.add(new Span(dates.due(line.due(), Parts.locale())));
        }
        var row = new Div(what, where, due);
        row.addClassName("inbox-row");
        return row;
    }

    private List<Column<DocumentLine>> columns() {
        return List.of(
                Column.of(text("document.name"), 20, DocumentLine::name),
                Column.of(text("document.unit"), 20, DocumentLine::unit),
                Column.of(text("document.owner"), 14, DocumentLine::owner),
                Column.of(text("document.field.title"), 30, DocumentLine::title),
                Column.of(text("document.state"), 12, line -> text("document.state." + line.state())),
                Column.of(text("document.due"), 12, DocumentLine::due),
                Column.of(text("document.handedInAt"), 18, DocumentLine::handedInAt),
                Column.of(text("document.lateness"), 8, line -> line.late() ? text("document.late") : ""));
    }

    private Iterator<DocumentLine> rows() {
        var all = new ArrayList<DocumentLine>();
        UUID next = null;
        do {
            var page = lists.page(campaign.getValue().id(), Show.ALL, "", next, 1000);
            all.addAll(page.lines());
            next = page.next();
        } while (next != null);
        return all.iterator();
    }

    @Override
    public String getPageTitle() {
        return text("document.list");
    }
}
