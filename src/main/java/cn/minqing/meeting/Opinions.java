package cn.minqing.meeting;

import cn.minqing.campaign.Campaigns;
import cn.minqing.form.Forms;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** What residents say at meetings; none is left without something coming of it (S4.4, S5.2, S5.3). */
@Service
@Transactional
public class Opinions {
    /** The form of a questionnaire and of whoever writes down one person's opinions at once. */
    public static final String FORM = "opinion-collection";

    public static final int WORDS = 1000;
    public static final int SPEAKER = 40;
    public static final int OUTCOME = 1000;
    private static final int WISH = 500;

    private final JdbcClient jdbc;
    private final MeetingRows rows;
    private final MeetingProcess process;
    private final WorkItems workItems;
    private final Issues issues;
    private final Campaigns campaigns;
    private final Households households;
    private final Forms forms;
    private final ObjectMapper json;
    private final Audit audit;
    private final AppClock clock;

    Opinions(
            JdbcClient jdbc,
            MeetingRows rows,
            MeetingProcess process,
            WorkItems workItems,
            Issues issues,
            Campaigns campaigns,
            Households households,
            Forms forms,
            ObjectMapper json,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.process = process;
        this.workItems = workItems;
        this.issues = issues;
        this.campaigns = campaigns;
        this.households = households;
        this.forms = forms;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of the opinions of a campaign (S4.4).
     *
     * @param solved issues whose result the resident was told
     * @param coordinated issues still worked on
     */
    public record Figures(int total, int suggestions, int explained, int solved, int coordinated, int open) {}

    /**
     * Writes down an opinion. The same key writes it once.
     *
     * @param householdId null for somebody of no household, or not named
     * @throws UserError {@code form.invalid} with the faults of {@code words, speaker, wish}; {@code forbidden} for who
     *     does not hold the meeting; {@code meeting.over} once it is settled
     */
    public void add(UUID meetingId, UUID key, @Nullable UUID householdId, String speaker, String words, String wish) {
        var meeting = requireHolding(meetingId);
        new Form()
                .required("words", words, WORDS)
                .optional("speaker", speaker, SPEAKER)
                .optional("wish", wish, WISH)
                .check();
        if (householdId != null) {
            households.requireVisible(householdId);
        }
        insert(meeting, key, householdId, speaker, words, wish, OpinionState.OPEN, "");
    }

    /**
     * Writes down a filled form {@link #FORM} (意见征集表), and each opinion on it. The same key writes it once.
     *
     * @return how many opinions were on it
     * @throws UserError {@code form.invalid} with the faults of the form by path
     */
    public int addSheet(UUID meetingId, UUID key, @Nullable UUID householdId, String speaker, Map<String, ?> answers) {
        var meeting = requireHolding(meetingId);
        var form = forms.get(FORM);
        var clean = form.clean(answers);
        var faults = form.validate(clean);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults.byPath());
        }
        new Form().optional("speaker", speaker, SPEAKER).check();
        if (householdId != null) {
            households.requireVisible(householdId);
        }
        var added = jdbc.sql("""
                insert into opinion_sheet (id, meeting_id, household_id, form, form_version, answers, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (id) do nothing
                """)
                .params(
                        key,
                        meetingId,
                        householdId,
                        FORM,
                        form.version(),
                        json.writeValueAsString(clean),
                        Actors.current().id(),
                        Timestamp.from(clock.now()))
                .update();
        if (added == 0) {
            return 0;
        }
        var count = 0;
        if (clean.get("opinions") instanceof List<?> given) {
            for (var one : given) {
                if (one instanceof Map<?, ?> opinion
                        && !text(opinion, "content").isBlank()) {
                    var explained = text(opinion, "handling").equals("explain")
                            && !text(opinion, "explained").isBlank();
                    insert(
                            meeting,
                            UUID.nameUUIDFromBytes((key + "/" + count).getBytes(StandardCharsets.UTF_8)),
                            householdId,
                            speaker,
                            cut(text(opinion, "content"), WORDS),
                            cut(text(opinion, "wish"), WISH),
                            explained ? OpinionState.EXPLAINED : OpinionState.OPEN,
                            explained ? cut(text(opinion, "explained"), OUTCOME) : "");
                    count++;
                }
            }
        }
        return count;
    }

    private static String text(Map<?, ?> answers, String key) {
        return answers.get(key) instanceof String words ? words : "";
    }

    private static String cut(String words, int limit) {
        return words.length() > limit ? words.substring(0, limit) : words;
    }

    private void insert(
            Meeting meeting,
            UUID key,
            @Nullable UUID householdId,
            String speaker,
            String words,
            String wish,
            OpinionState state,
            String outcome) {
        var settled = state != OpinionState.OPEN;
        jdbc.sql("""
                insert into opinion (id, meeting_id, campaign_id, unit_id, area_code, household_id, speaker, words, wish,
                  state, outcome, entered_by, entered_at, settled_by, settled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
                .params(
                        key,
                        meeting.id(),
                        meeting.campaignId(),
                        meeting.unitId(),
                        meeting.areaCode(),
                        householdId,
                        speaker.strip(),
                        words.strip(),
                        wish.strip(),
                        state.name(),
                        outcome,
                        Actors.current().id(),
                        Timestamp.from(clock.now()),
                        settled ? Actors.current().id() : null,
                        settled ? Timestamp.from(clock.now()) : null)
                .update();
    }

    /**
     * The opinion becomes an issue, which follows it to the answer; the current person is its first visitor (S7.9).
     *
     * @param issue as typed; campaign, household, place and way are those of the opinion
     * @return id of the issue
     * @throws UserError {@code opinion.settled} when something came of it already
     */
    public UUID toIssue(UUID opinionId, NewIssue issue) {
        var opinion = locked(opinionId);
        var meeting = requireHolding(opinion.meetingId());
        if (opinion.issueId() != null) {
            return opinion.issueId();
        }
        requireOpen(opinion);
        var id = issues.register(issue.at(
                opinion.householdId(), opinion.householdId() == null ? meeting.areaCode() : "", Channel.MEETING));
        settle(opinion, OpinionState.ISSUE, "", id);
        return id;
    }

    /** Answered by explaining policy or facts; {@code words} say what was explained. */
    public void explain(UUID opinionId, String words) {
        answer(opinionId, OpinionState.EXPLAINED, words);
    }

    /** Taken as a suggestion; {@code words} say who looks at it. */
    public void suggest(UUID opinionId, String words) {
        answer(opinionId, OpinionState.SUGGESTION, words);
    }

    private void answer(UUID opinionId, OpinionState state, String words) {
        var opinion = locked(opinionId);
        requireHolding(opinion.meetingId());
        requireOpen(opinion);
        new Form().required("outcome", words, OUTCOME).check();
        settle(opinion, state, words.strip(), null);
    }

    private void settle(Opinion opinion, OpinionState state, String words, @Nullable UUID issueId) {
        var actor = Actors.current();
        jdbc.sql("""
                update opinion set state = ?, outcome = ?, issue_id = ?, settled_by = ?, settled_at = ? where id = ?
                """)
                .params(state.name(), words, issueId, actor.id(), Timestamp.from(clock.now()), opinion.id())
                .update();
        audit.record(actor.id(), "opinion.settled", "OPINION", opinion.id(), Map.of("as", state.name()));
        var open = jdbc.sql("select exists (select from opinion where meeting_id = ? and state = 'OPEN')")
                .param(opinion.meetingId())
                .query(Boolean.class)
                .single();
        if (!open) {
            workItems.takeForSystem(opinion.meetingId(), Meetings.SETTLE).ifPresent(process::settled);
        }
    }

    /** The opinions of a meeting in order, for who may read them. */
    @Transactional(readOnly = true)
    public List<Opinion> of(UUID meetingId) {
        var campaign = campaigns.view(rows.campaignOf(meetingId));
        if (!rows.get(Actors.current(), campaign, meetingId).readable()) {
            throw UserError.forbidden();
        }
        return find("o.meeting_id = ? order by o.entered_at, o.id", meetingId);
    }

    /** What came of the opinions, of one unit or of all. The caller checks rights. */
    @Transactional(readOnly = true)
    public Figures figures(UUID campaignId, @Nullable UUID unitId) {
        return jdbc.sql("""
                select count(*) as total, count(*) filter (where o.state = 'SUGGESTION') as suggestions,
                  count(*) filter (where o.state = 'EXPLAINED') as explained,
                  count(*) filter (where i.state in ('SATISFACTION', 'CLOSING', 'CLOSED')) as solved,
                  count(*) filter (where o.state = 'ISSUE' and i.state not in ('SATISFACTION', 'CLOSING', 'CLOSED'))
                    as coordinated,
                  count(*) filter (where o.state = 'OPEN') as open
                from opinion o left join issue i on i.id = o.issue_id
                where o.campaign_id = :campaign and (cast(:unit as uuid) is null or o.unit_id = :unit)
                """)
                .param("campaign", campaignId)
                .param("unit", unitId, java.sql.Types.OTHER)
                .query(Figures.class)
                .single();
    }

    private Meeting requireHolding(UUID meetingId) {
        var actor = Actors.current();
        var campaign = campaigns.requireRunning(rows.campaignOf(meetingId));
        var meeting = rows.locked(actor, campaign, meetingId);
        var holds = meeting.holderId().equals(actor.id())
                || jdbc.sql("select exists (select from meeting_cadre where meeting_id = ? and person_id = ?)")
                        .params(meetingId, actor.id())
                        .query(Boolean.class)
                        .single();
        if (!holds) {
            throw UserError.forbidden();
        }
        if (meeting.state() == MeetingState.CANCELLED
                || meeting.state() == MeetingState.HELD && meeting.open() == 0
                || meeting.day().isAfter(clock.today())) {
            throw new UserError("meeting.over");
        }
        return meeting;
    }

    private static void requireOpen(Opinion opinion) {
        if (opinion.state() != OpinionState.OPEN) {
            throw new UserError("opinion.settled");
        }
    }

    private Opinion locked(UUID opinionId) {
        jdbc.sql("select id from opinion where id = ? for update")
                .param(opinionId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("meeting.unknown"));
        return find("o.id = ?", opinionId).getFirst();
    }

    private List<Opinion> find(String where, UUID id) {
        var found = jdbc.sql("select o.*, coalesce(i.number, '') as issue_number from opinion o"
                        + " left join issue i on i.id = o.issue_id where " + where)
                .param(id)
                .query((row, number) -> new Opinion(
                        row.getObject("id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        "",
                        row.getString("area_code"),
                        row.getString("speaker"),
                        row.getString("words"),
                        row.getString("wish"),
                        OpinionState.valueOf(row.getString("state")),
                        row.getString("outcome"),
                        row.getObject("issue_id", UUID.class),
                        row.getString("issue_number")))
                .list();
        var homes = households.summaries(found.stream()
                .map(Opinion::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(one -> {
                    var home = one.householdId() == null ? null : homes.get(one.householdId());
                    return home == null
                            ? one
                            : new Opinion(
                                    one.id(),
                                    one.meetingId(),
                                    one.householdId(),
                                    home.place() + " " + home.headName(),
                                    one.areaCode(),
                                    one.speaker(),
                                    one.words(),
                                    one.wish(),
                                    one.state(),
                                    one.outcome(),
                                    one.issueId(),
                                    one.issueNumber());
                })
                .toList();
    }
}
