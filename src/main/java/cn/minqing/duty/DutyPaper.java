package cn.minqing.duty;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the roster for the village's board (S7.5). */
@Service
public class DutyPaper {
    private static final int LONGEST = 1000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Rosters rosters;
    private final Campaigns campaigns;
    private final Units units;
    private final Papers papers;
    private final AppClock clock;

    DutyPaper(Rosters rosters, Campaigns campaigns, Units units, Papers papers, AppClock clock) {
        this.rosters = rosters;
        this.campaigns = campaigns;
        this.units = units;
        this.papers = papers;
        this.clock = clock;
    }

    record Page(String title, String unit, String date, boolean draft, List<Line> lines) {}

    record Line(String day, String weekday, String place, String person, String unit, boolean leader) {}

    /**
     * The turns the current person may see, as a table with what a resident needs: day, village, who sits there.
     *
     * @return a PDF
     * @throws UserError {@code duty.tooMany} for more than fits on paper
     */
    @Transactional(readOnly = true)
    public byte[] pdf(Rosters.Filter filter) {
        return papers.print("duty-roster", page(filter));
    }

    Page page(Rosters.Filter filter) {
        var page = rosters.page(filter, null, LONGEST);
        if (page.next() != null) {
            throw new UserError("duty.tooMany", LONGEST);
        }
        var campaign = campaigns.get(filter.campaignId());
        return new Page(
                papers.word("dutyTitle").replace("{0}", campaign.name()),
                units.get(campaign.hostUnitId()).name(),
                DATE.format(clock.today()),
                page.turns().stream().anyMatch(duty -> duty.state() == DutyState.DRAFT),
                page.turns().stream()
                        .map(duty -> new Line(
                                DATE.format(duty.day()),
                                duty.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE),
                                duty.place(),
                                duty.person(),
                                duty.unit(),
                                duty.leader()))
                        .toList());
    }
}
