package cn.minqing.visit;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A cadre's own diary (民情日记; S3.7, S7.4, S9.7): what they wrote on the sheets of their visits, put together. Nobody
 * writes anything twice, and nobody reads another's.
 */
@Service
@Transactional(readOnly = true)
public class Diaries {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int CAMPAIGNS = 50;
    private static final int MOST = 2000;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Households households;
    private final Papers papers;
    private final AppClock clock;

    Diaries(JdbcClient jdbc, Campaigns campaigns, Households households, Papers papers, AppClock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.households = households;
        this.papers = papers;
        this.clock = clock;
    }

    /** One page of the diary. */
    public record Entry(
            UUID visitId, UUID householdId, LocalDate day, String head, String place, boolean late, String words) {}

    /** Some entries, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Entry> entries, @Nullable UUID next) {}

    /** The campaigns in which the current person has written, newest first. */
    public List<CampaignView> campaigns() {
        return jdbc.sql("""
                        select distinct f.campaign_id from visit v join household_file f on f.id = v.file_id
                        where v.person_id = ? and v.diary <> '' order by 1 desc limit ?
                        """).params(Actors.current().id(), CAMPAIGNS).query(UUID.class).list().stream()
                .map(campaigns::get)
                .toList();
    }

    /** What the current person wrote in a campaign. */
    public Page mine(UUID campaignId, @Nullable UUID after, int limit) {
        record Row(UUID id, UUID householdId, LocalDate visitedOn, boolean late, String diary) {}
        var found = jdbc.sql("""
                select v.id, v.household_id, v.visited_on, v.late, v.diary from visit v
                join household_file f on f.id = v.file_id
                where v.person_id = :me and f.campaign_id = :campaign and v.diary <> ''
                  and (cast(:after as uuid) is null or v.id < :after)
                order by v.id desc limit :limit
                """)
                .param("me", Actors.current().id())
                .param("campaign", campaignId)
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit + 1)
                .query(Row.class)
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        var homes = households.summaries(
                shown.stream().map(Row::householdId).distinct().toList());
        var entries = shown.stream()
                .map(row -> {
                    var home = Objects.requireNonNull(homes.get(row.householdId()));
                    return new Entry(
                            row.id(),
                            row.householdId(),
                            row.visitedOn(),
                            home.headName(),
                            home.place(),
                            row.late(),
                            row.diary());
                })
                .toList();
        return new Page(entries, found.size() > limit ? shown.getLast().id() : null);
    }

    /**
     * The current person's diary of a campaign on paper, oldest first.
     *
     * @return a PDF
     */
    public byte[] pdf(UUID campaignId) {
        var entries = mine(campaignId, null, MOST).entries().reversed();
        var campaign = campaigns.get(campaignId);
        return papers.print(
                "diary",
                Map.of(
                        "title", campaign.template().word("diary", papers.word("diaryTitle")),
                        "campaign", campaign.name(),
                        "cadre", Actors.current().name(),
                        "date", DATE.format(clock.today()),
                        "entries",
                                entries.stream()
                                        .map(one -> Map.of(
                                                "day", DATE.format(one.day()),
                                                "place", one.place(),
                                                "head", one.head(),
                                                "lines",
                                                        Stream.of(one.words().split("\n"))
                                                                .map(String::strip)
                                                                .filter(line -> !line.isEmpty())
                                                                .toList()))
                                        .toList()));
    }
}
