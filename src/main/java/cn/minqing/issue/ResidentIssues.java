package cn.minqing.issue;

import cn.minqing.campaign.Contact;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a resident reads and does with the code of the contact card, without an account. Whoever calls has checked the
 * code, and that the household is the one it stands for.
 */
@Service
@Transactional
public class ResidentIssues {
    private static final int MOST_SHOWN = 50;
    private static final int WORDS = 1000;
    private static final int TITLE = 28;

    private final ResidentDesk desk;
    private final IssueRepository repository;
    private final IssueOversight oversight;
    private final IssueProcess process;
    private final LedgerLines lines;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    ResidentIssues(
            ResidentDesk desk,
            IssueRepository repository,
            IssueOversight oversight,
            IssueProcess process,
            LedgerLines lines,
            Timeline timeline,
            JdbcClient jdbc) {
        this.desk = desk;
        this.repository = repository;
        this.oversight = oversight;
        this.process = process;
        this.lines = lines;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /** The household's issues, newest first. */
    @Transactional(readOnly = true)
    public List<LedgerLines.Line> of(UUID householdId) {
        var ids = jdbc.sql("select id from issue where household_id = ? order by id desc limit " + MOST_SHOWN)
                .param(householdId)
                .query(UUID.class)
                .list();
        return lines.of(ids).reversed();
    }

    /**
     * Registers what a resident wrote, in the name of the contact, who is the first visitor (S7.9) and settles the way
     * it goes.
     *
     * @param clientKey made with the form: sent twice, it is registered once
     * @return the number the resident can follow it by
     * @throws UserError {@code form.invalid} with {@code category, words}
     */
    public String register(Contact contact, UUID clientKey, String category, String words, boolean urgent) {
        new Form().required("words", words, WORDS).check();
        return desk.register(
                        contact.cardCode(), new ResidentDesk.Matter(clientKey, category, title(words), words, urgent))
                .number();
    }

    /**
     * The resident's own answer whether they are satisfied (R8).
     *
     * @param words required when not satisfied
     * @param proxy whether somebody answers in the resident's place, as for the elderly
     * @throws UserError {@code issue.notAsked} unless the answer is awaited just now, or for a number the household does
     *     not have; {@code form.invalid} with {@code words}
     */
    public void answer(UUID householdId, String number, boolean satisfied, String words, boolean proxy) {
        var id = jdbc.sql("select id from issue where household_id = ? and number = ?")
                .params(householdId, number)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("issue.notAsked"));
        oversight.recordByResident(id, satisfied, words, proxy);
    }

    /**
     * The resident takes an own matter back while it is worked on; nobody works on it any more.
     *
     * @throws UserError {@code issue.moved} when it is past that, or for a number the household does not have; {@code
     *     form.invalid} with {@code words}
     */
    public void withdraw(UUID householdId, String number, String words) {
        var id = jdbc.sql("select id from issue where household_id = ? and number = ? for update")
                .params(householdId, number)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("issue.moved", number));
        new Form().required("words", words, Issues.REASON).check();
        var issue = repository.findById(id).orElseThrow();
        if (!issue.state.onTheClock()) {
            throw new UserError("issue.moved", number);
        }
        issue.end(IssueState.WITHDRAWN);
        timeline.add(id, EntryKind.WITHDRAWN, issue.level, words, IssueTasks.RESIDENT);
        repository.saveAndFlush(issue);
        process.withdrawn(id);
    }

    /** The beginning of what was written, up to where the sentence ends. */
    private static String title(String words) {
        var line = words.strip().lines().findFirst().orElse("").strip();
        var end = line.split("[\\u3002\\uff01\\uff1f\\uff1b!?;]", 2)[0].strip();
        var title = end.isEmpty() ? line : end;
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
    }
}
