package cn.minqing.ui.ledger;

import static cn.minqing.ui.ledger.LedgerTexts.text;

import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.ledger.Freeze;
import cn.minqing.ledger.Ledgers;
import cn.minqing.platform.UserError;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One frozen month: whether it was touched, what changed since the one before, and its lines. */
@Route("ledger-freeze")
@RolesAllowed({
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER"
})
@StyleSheet("context://styles/ledger.css")
class LedgerFreezeView extends Div implements HasDynamicTitle, HasUrlParameter<String> {
    private final Ledgers ledgers;
    private String title = "";

    LedgerFreezeView(Ledgers ledgers) {
        this.ledgers = ledgers;
        addClassNames("page", "page-wide", "ledger-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        removeAll();
        title = text("ledger.freezes");
        try {
            show(ledgers.freeze(UUID.fromString(id)));
        } catch (UserError e) {
            refuse(e);
        } catch (IllegalArgumentException e) {
            refuse(new UserError("ledger.unknown"));
        }
    }

    private void refuse(UserError error) {
        var empty =
                new Div(new H3(Notices.text(error.message())), new Anchor("ledger-freezes", text("ledger.freezes")));
        empty.addClassName("empty");
        add(empty);
    }

    private void show(Freeze.Whole whole) {
        var freeze = whole.freeze();
        title = text("ledger.freeze.name", freeze.serial(), LedgerTexts.month(freeze.month()));
        var meta = new Div(
                new Span(freeze.campaignName() + " · " + freeze.areaName()),
                new Span(text("ledger.freeze.line", freeze.rows(), freeze.onTheSpot(), freeze.frozenAt())));
        meta.addClassName("page-meta");
        var actions = new Div(
                new Anchor("ledger-freezes", text("ledger.freezes")),
                new DownloadButton(
                        text("ledger.excel"),
                        Excel.download(
                                freeze.serial(),
                                columns(freeze),
                                () -> whole.rows().iterator())),
                new DownloadButton(
                        text("ledger.printFrozen"), Pdf.download(freeze.serial(), () -> ledgers.print(freeze.id()))));
        actions.addClassName("page-actions");
        var header = new Div(new H1(title), meta, actions);
        header.addClassName("page-header");
        add(header, verification(whole), changes(whole), new H2(text("ledger.freeze.rows", freeze.rows())));
        if (whole.rows().isEmpty()) {
            add(LedgerTexts.empty("ledger.empty", "ledger.emptyHint"));
        } else {
            add(rows(whole));
        }
    }

    private static Div verification(Freeze.Whole whole) {
        var result = whole.verification();
        var box = new Div(new Span(text(
                !result.intact()
                        ? "ledger.freeze.touched"
                        : !result.chained() ? "ledger.freeze.unchained" : "ledger.freeze.good")));
        box.addClassNames(result.good() ? "info-note" : "warn-note", "ledger-verified");
        var hash = new Div(LedgerTexts.muted(
                text("ledger.freeze.hash") + " " + whole.freeze().sha256()));
        hash.addClassName("ledger-hash");
        box.add(hash);
        return box;
    }

    private Div changes(Freeze.Whole whole) {
        var box = new Div(new H2(text("ledger.freeze.changes", whole.changes().size())));
        if (whole.freeze().number() == 1) {
            box.add(new Paragraph(text("ledger.freeze.first")));
        } else if (whole.changes().isEmpty()) {
            box.add(new Paragraph(text("ledger.freeze.noChanges")));
        }
        for (var change : whole.changes()) {
            var kind = new Span(text("ledger.change." + change.kind()));
            kind.addClassName("tag");
            var line =
                    new Div(kind, new Anchor("issue/" + change.issueId(), change.number()), new Span(change.title()));
            line.addClassName("ledger-change");
            if (change.kind() == Freeze.ChangeKind.MERGED) {
                line.add(new Span(text("ledger.change.into", change.after())));
            }
            if (!change.field().isEmpty()) {
                line.add(LedgerTexts.muted(text(
                        "ledger.change.line",
                        text("ledger.field." + change.field()),
                        value(whole.freeze(), change.field(), change.before()),
                        value(whole.freeze(), change.field(), change.after()))));
            }
            box.add(line);
        }
        return box;
    }

    private String value(Freeze freeze, String field, String code) {
        if (code.isEmpty()) {
            return text("ledger.nothing");
        }
        return switch (field) {
            case "class" -> ledgers.className(freeze.campaignId(), code);
            case "state" -> text("issue.state." + IssueState.valueOf(code));
            case "result" -> text("issue.result." + IssueResult.valueOf(code));
            case "deadline" -> Dates.date(LocalDate.parse(code), LedgerTexts.locale());
            default -> code;
        };
    }

    private LedgerTexts.Table rows(Freeze.Whole whole) {
        var table = new LedgerTexts.Table(
                "ledger.number",
                "ledger.class",
                "ledger.applicant",
                "ledger.matter",
                "ledger.owner",
                "ledger.deadline",
                "ledger.handling");
        for (var row : whole.rows()) {
            var matter = new Div(new Span(row.title()));
            if (row.deed()) {
                var deed = new Span(text("ledger.freeze.deed"));
                deed.addClassName("tag");
                matter.add(new Span(" "), deed);
            }
            var handling = new Div(new Span(LedgerTexts.state(row.state(), row.result())));
            if (!row.answer().isBlank()) {
                handling.add(new Div(LedgerTexts.muted(row.answer())));
            }
            table.row(
                    new Anchor("issue/" + row.issueId(), row.number()),
                    new Span(ledgers.className(whole.freeze().campaignId(), row.classCode())),
                    new Span((row.applicant() + " " + row.place()).strip()),
                    matter,
                    new Span(row.responsible()),
                    new Span(Dates.date(row.deadline(), LedgerTexts.locale())),
                    handling);
        }
        return table;
    }

    private List<Excel.Column<Freeze.Row>> columns(Freeze freeze) {
        var locale = LedgerTexts.locale();
        return List.of(
                Excel.Column.of(text("ledger.number"), 16, Freeze.Row::number),
                Excel.Column.of(
                        text("ledger.class"), 12, row -> ledgers.className(freeze.campaignId(), row.classCode())),
                Excel.Column.of(text("ledger.applicant"), 12, Freeze.Row::applicant),
                Excel.Column.of(text("ledger.place"), 24, Freeze.Row::place),
                Excel.Column.of(text("ledger.matter"), 36, Freeze.Row::title),
                Excel.Column.of(text("ledger.owner"), 24, Freeze.Row::responsible),
                Excel.Column.of(text("ledger.deadline"), 12, Freeze.Row::deadline),
                Excel.Column.of(
                        text("ledger.handling"), 18, row -> LedgerTexts.state(locale, row.state(), row.result())),
                Excel.Column.of(text("ledger.answer"), 40, Freeze.Row::answer),
                Excel.Column.of(text("ledger.freeze.deed"), 10, Freeze.Row::deed));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
