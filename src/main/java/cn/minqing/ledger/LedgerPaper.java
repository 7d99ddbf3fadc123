package cn.minqing.ledger;

import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger on paper, with the columns of S7.8. */
@Component
class LedgerPaper {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final Papers papers;
    private final Units units;
    private final Areas areas;
    private final AppClock clock;

    LedgerPaper(Papers papers, Units units, Areas areas, AppClock clock) {
        this.papers = papers;
        this.units = units;
        this.areas = areas;
        this.clock = clock;
    }

    byte[] live(CampaignView campaign, String serial, LedgerFilter filter, List<Ledgers.Row> rows, int onTheSpot) {
        var printed = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var line = row.line();
            printed.add(row(
                    printed.size() + 1,
                    line.number(),
                    row.className(),
                    line.applicant(),
                    line.place(),
                    line.title(),
                    LedgerSteps.responsible(line),
                    line.deadline(),
                    state(line.state(), line.result()),
                    line.answer(),
                    false));
        }
        var area = filter.areaCode().isEmpty() ? campaign.areaCode() : filter.areaCode();
        return papers.print(
                "ledger",
                model(campaign, serial, filter.month(), areas.place(area), clock.today(), "", onTheSpot, printed));
    }

    byte[] frozen(CampaignView campaign, Freeze.Whole whole) {
        var freeze = whole.freeze();
        var printed = new ArrayList<Map<String, Object>>();
        for (var row : whole.rows()) {
            printed.add(row(
                    printed.size() + 1,
                    row.number(),
                    LedgerStore.className(campaign, row.classCode()),
                    row.applicant(),
                    row.place(),
                    row.title(),
                    row.responsible(),
                    row.deadline(),
                    state(row.state(), row.result()),
                    row.answer(),
                    row.deed()));
        }
        return papers.print(
                "ledger",
                model(
                        campaign,
                        freeze.serial(),
                        freeze.month(),
                        freeze.areaName(),
                        LocalDate.ofInstant(freeze.frozenAt(), AppClock.ZONE),
                        freeze.sha256(),
                        freeze.onTheSpot(),
                        printed));
    }

    private Map<String, Object> model(
            CampaignView campaign,
            String serial,
            @Nullable YearMonth month,
            String area,
            LocalDate date,
            String sha256,
            int onTheSpot,
            List<Map<String, Object>> rows) {
        var model = new HashMap<String, Object>();
        model.put("title", papers.word("ledgerTitle").replace("{0}", campaign.name()));
        model.put("unit", units.get(campaign.hostUnitId()).name());
        model.put("number", serial);
        model.put("area", area);
        model.put("month", month == null ? "" : MONTH.format(month));
        model.put("date", DATE.format(date));
        model.put("sha256", sha256);
        model.put("onTheSpot", onTheSpot);
        model.put("count", rows.size());
        model.put("rows", rows);
        return model;
    }

    private static Map<String, Object> row(
            int at,
            String number,
            String className,
            String applicant,
            String place,
            String title,
            String responsible,
            LocalDate deadline,
            String state,
            String answer,
            boolean deed) {
        var row = new HashMap<String, Object>();
        row.put("at", at);
        row.put("number", number);
        row.put("class", className);
        row.put("applicant", applicant);
        row.put("place", place);
        row.put("matter", title);
        row.put("responsible", responsible);
        row.put("deadline", SHORT.format(deadline));
        row.put("state", state);
        row.put("answer", answer);
        row.put("deed", deed);
        return row;
    }

    private String state(IssueState state, @Nullable IssueResult result) {
        return result == null || state.onTheClock()
                ? papers.word("ledger.state." + state)
                : papers.word("ledger.state." + state) + " · "
                        + papers.word("ledger.result." + Objects.requireNonNull(result));
    }
}
