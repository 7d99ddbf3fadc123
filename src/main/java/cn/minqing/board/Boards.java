package cn.minqing.board;

import cn.minqing.campaign.CampaignTemplate.LedgerClass;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.IssueState;
import cn.minqing.meeting.Opinions;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Boards for those who lead an area or run a campaign. Coverage and income come from counts by group, taken every five
 * minutes, and at once where counting is quick.
 */
@Service
public class Boards {
    private static final Set<Role> RUNNING = EnumSet.of(Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR);
    private static final Set<Role> LEADING = EnumSet.of(
            Role.VILLAGE_LEADER, Role.TOWN_LEADER, Role.COUNTY_LEADER, Role.CITY_LEADER, Role.PROVINCE_LEADER);
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final BoardRows rows;
    private final Campaigns campaigns;
    private final Obligations obligations;
    private final Opinions opinions;
    private final OutcomeLabels outcomes;
    private final Areas areas;
    private final AppClock clock;

    Boards(
            BoardRows rows,
            Campaigns campaigns,
            Obligations obligations,
            Opinions opinions,
            OutcomeLabels outcomes,
            Areas areas,
            AppClock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.opinions = opinions;
        this.outcomes = outcomes;
        this.areas = areas;
        this.clock = clock;
    }

    /** The campaigns whose board the current person may see, newest first. */
    public List<CampaignView> campaigns() {
        var actor = Actors.current();
        return campaigns.page(null, 50).lines().stream()
                .map(line -> campaigns.get(line.id()))
                .filter(campaign -> top(campaign, actor).isPresent())
                .toList();
    }

    /**
     * The board of a campaign within an area.
     *
     * @param areaCode empty for the widest one may see
     * @throws UserError {@code forbidden} outside of what one leads or runs
     */
    public Board of(UUID campaignId, String areaCode) {
        var campaign = campaigns.get(campaignId);
        var top = top(campaign, Actors.current()).orElseThrow(UserError::forbidden);
        var code = areaCode.isEmpty() ? top : areaCode;
        if (!code.startsWith(top)) {
            throw UserError.forbidden();
        }
        count(campaign);
        var below = levelBelow(code);
        var parts = below.map(level -> rows.parts(campaignId, code, level.codeLength())).orElse(List.of()).stream()
                .filter(part -> part.code().length() > code.length())
                .toList();
        var name = areas.byCode(code).map(area -> area.name()).orElse(code);
        var whole = rows.parts(campaignId, code, code.length()).stream()
                .findFirst()
                .orElse(new Board.Coverage(code, name, false, 0, 0, 0, 0));
        return new Board(
                path(top, code),
                whole,
                parts,
                issues(campaign, code),
                rows.income(campaignId, code),
                obligations(campaign),
                outcomes.of(campaign.template(), rows.outcomes(campaignId, code)),
                rows.state(campaignId).map(BoardRows.State::asOf).orElse(clock.now()));
    }

    private void count(CampaignView campaign) {
        var state = rows.state(campaign.id());
        var now = clock.now();
        if (state.isEmpty()
                || state.get().took().compareTo(QUICK) < 0
                || state.get().asOf().isBefore(now.minus(FRESH.multipliedBy(2)))) {
            rows.count(campaign.id(), campaign.areaCode());
        }
    }

    /** Counts the campaigns whose figures are old, so that nobody who opens a board has to wait for it. */
    @Scheduled(initialDelayString = "${minqing.board.first:PT1M}", fixedDelayString = "${minqing.board.every:PT5M}")
    void countAll() {
        for (var id : rows.running()) {
            var state = rows.state(id);
            if (state.isPresent() && state.get().asOf().isBefore(clock.now().minus(FRESH))) {
                rows.count(id, campaigns.get(id).areaCode());
            }
        }
    }

    /** The widest area: of the whole campaign for who runs it, of their own for who leads one in it. */
    private static Optional<String> top(CampaignView campaign, Actor actor) {
        var runs = actor.grants().stream()
                .anyMatch(grant ->
                        RUNNING.contains(grant.role()) && grant.scopeId().equals(campaign.hostUnitId()));
        if (runs) {
            return Optional.of(campaign.areaCode());
        }
        return actor.grants().stream()
                .filter(grant ->
                        LEADING.contains(grant.role()) && !grant.areaCode().isEmpty())
                .map(Actor.Grant::areaCode)
                .filter(code -> code.startsWith(campaign.areaCode())
                        || campaign.areaCode().startsWith(code))
                .map(code -> code.length() < campaign.areaCode().length() ? campaign.areaCode() : code)
                .min(java.util.Comparator.comparingInt(String::length));
    }

    private static Optional<AreaLevel> levelBelow(String code) {
        return Arrays.stream(AreaLevel.values())
                .filter(level -> level.codeLength() > code.length())
                .findFirst();
    }

    private List<Board.Place> path(String top, String code) {
        return areas.path(code).stream()
                .filter(area -> area.code().length() >= top.length())
                .map(area -> new Board.Place(area.code(), area.name()))
                .toList();
    }

    private Board.Issues issues(CampaignView campaign, String code) {
        var byState = new LinkedHashMap<String, Integer>();
        for (var state : IssueState.values()) {
            byState.put(state.name(), 0);
        }
        var byClass = new TreeMap<String, Integer>();
        var classes = campaign.template().ledger().classes();
        int registered = 0;
        int solved = 0;
        int coordinated = 0;
        int overdue = 0;
        for (var count : rows.issues(campaign.id(), code)) {
            registered += count.issues();
            overdue += count.overdue();
            byState.merge(count.state(), count.issues(), Integer::sum);
            var ended = IssueState.valueOf(count.state()).ended();
            if (count.result().equals("RESOLVED") || count.result().equals("PARTLY_RESOLVED")) {
                solved += count.issues();
            } else if (!ended && count.above()) {
                coordinated += count.issues();
            }
            classes.stream()
                    .filter(one -> one.categories().contains(count.category()))
                    .findFirst()
                    .map(LedgerClass::code)
                    .ifPresent(one -> byClass.merge(one, count.issues(), Integer::sum));
        }
        var suggestions = opinions.figures(campaign.id(), null).suggestions();
        return new Board.Issues(registered, solved, coordinated, overdue, suggestions, byState, byClass);
    }

    private List<Board.Duty> obligations(CampaignView campaign) {
        return campaign.template().countedObligations().stream()
                .map(obligation -> {
                    var sum = obligations.figures(campaign.id(), obligation.id(), clock.today()).values().stream()
                            .reduce(Obligations.Figure.NONE, Obligations.Figure::plus);
                    return new Board.Duty(obligation.id(), obligation.name(), sum.due(), sum.met());
                })
                .toList();
    }
}
