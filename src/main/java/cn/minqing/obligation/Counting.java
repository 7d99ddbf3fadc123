package cn.minqing.obligation;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignTemplate.Count;
import cn.minqing.campaign.CampaignTemplate.Obligation;
import cn.minqing.campaign.CampaignTemplate.Per;
import java.util.ArrayList;
import java.util.List;

/**
 * How each obligation is counted, as SQL. {@code s} is the subject with {@code id} and {@code code}, {@code w} the work;
 * {@code :campaign}, {@code :kinds}, {@code :each} are parameters, the days {@code s.from_day} and {@code s.to_day}.
 */
final class Counting {
    static final String MEETING = "meeting";
    static final String DUTY = "duty";
    static final List<String> VISITS =
            List.of("visit.home", "visit.meeting", "visit.duty", "visit.questionnaire", "visit.labour");

    private static final String IN_TIME =
            "w.campaign_id = :campaign and w.kind = any(:kinds) and w.day between s.from_day and s.to_day";

    private Counting() {}

    /** The kinds of work that count; those the template names, else all that the count is about. */
    static List<String> kinds(CampaignTemplate template, Obligation obligation) {
        if (!obligation.countedKinds().isEmpty()) {
            return obligation.countedKinds();
        }
        var activities =
                template.activityKinds().stream().map(ActivityKind::code).toList();
        return switch (count(obligation)) {
            case VISITS, VISITS_EACH -> VISITS;
            case DAYS -> {
                var all = new ArrayList<>(VISITS);
                all.add(DUTY);
                all.add(MEETING);
                all.addAll(activities);
                yield all;
            }
            case ACTIVITIES, HOUSEHOLDS, AMOUNT -> activities;
            case DOCUMENTS ->
                template.documentsDue().stream()
                        .map(CampaignTemplate.Document::id)
                        .toList();
        };
    }

    /** What is counted; who only says how many, counts activities. */
    static Count count(Obligation obligation) {
        return obligation.count() == null ? Count.ACTIVITIES : obligation.count();
    }

    /** A query of one row: {@code done}, null when the subject has nothing to do it for, and {@code last_day}. */
    static String query(Obligation obligation) {
        var per = obligation.owedBy();
        return switch (count(obligation)) {
            // Each household of a record is a visit; the rows of its people alone are none.
            case VISITS ->
                plain(
                        "count(distinct (w.source_id, w.household_id)) filter (where w.household_id is not null)",
                        per,
                        true);
            case ACTIVITIES, DOCUMENTS -> plain("count(distinct w.source_id)", per);
            case DAYS -> plain("count(distinct w.day)", per);
            case AMOUNT -> plain("coalesce(sum(w.amount), 0)", per, true);
            case HOUSEHOLDS -> """
                    select count(*)::numeric as done, max(h.last_day) as last_day from (
                      select w.household_id, max(w.day) as last_day from work_done w
                      where w.household_id is not null and %s and %s group by w.household_id
                      having :each::numeric is null or coalesce(sum(w.amount), 0) >= :each::numeric) h
                    """.formatted(IN_TIME, through(per));
            case VISITS_EACH -> """
                    select min(h.times)::numeric as done, max(h.last_day) as last_day from (
                      select v.times, v.last_day from contact t cross join lateral (
                        select count(distinct w.source_id) as times, max(w.day) as last_day from work_done w
                        where w.household_id = t.household_id and %s) v
                      where t.campaign_id = :campaign and t.until_date is null and %s) h
                    """.formatted(IN_TIME, contacts(per));
        };
    }

    private static String plain(String what, Per per) {
        return plain(what, per, false);
    }

    private static String plain(String what, Per per, boolean shared) {
        return "select (%s)::numeric as done, max(w.day) as last_day from work_done w where %s and %s"
                .formatted(what, IN_TIME, shared ? through(per) : own(per));
    }

    /** The rows that are the subject's own. */
    static String own(Per per) {
        return switch (per) {
            case CADRE -> "w.person_id = s.id";
            case UNIT, TEAM -> "w.unit_id = s.id";
            case VILLAGE -> "w.area_code >= s.code collate \"C\" and w.area_code < (s.code || ':') collate \"C\"";
            case ENTERPRISE -> "w.enterprise_id = s.id";
            case CAMPAIGN, HOUSEHOLD -> "true";
        };
    }

    /** Households and money stand beside the people of a record: a person's are those of the records they are in. */
    static String through(Per per) {
        return per != Per.CADRE ? own(per) : """
                w.source_id in (select p.source_id from work_done p where p.campaign_id = :campaign
                  and p.person_id = s.id and p.kind = any(:kinds) and p.day between s.from_day and s.to_day)
                """;
    }

    private static String contacts(Per per) {
        return switch (per) {
            case CADRE -> "t.person_id = s.id";
            case UNIT, TEAM -> "t.unit_id = s.id";
            case VILLAGE -> """
                    exists (select from household h where h.id = t.household_id and h.group_code like s.code || '%')
                    """;
            case ENTERPRISE, CAMPAIGN, HOUSEHOLD -> "true";
        };
    }
}
