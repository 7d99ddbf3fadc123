package cn.minqing.document;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.form.Forms;
import cn.minqing.obligation.Work;
import cn.minqing.obligation.WorkLog;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The documents a campaign asks for (S1.9, S6.1, S8.5), from the task to write one to its acceptance. */
@Service
@Transactional
public class Documents {
    public static final String WRITE = "userTask_writeDocument";
    public static final String REVIEW = "userTask_reviewDocument";

    public static final int TITLE = 100;
    public static final int BODY = 20_000;
    public static final int REASON = 500;

    /** Workdays for a review, and for a text that was returned. */
    private static final int DAYS = 3;

    private final DocumentRepository repository;
    private final DocumentVersions versions;
    private final DocumentProcess process;
    private final Campaigns campaigns;
    private final Forms forms;
    private final People people;
    private final Units units;
    private final WorkItems workItems;
    private final WorkLog workLog;
    private final ObjectMapper json;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Documents(
            DocumentRepository repository,
            DocumentVersions versions,
            DocumentProcess process,
            Campaigns campaigns,
            Forms forms,
            People people,
            Units units,
            WorkItems workItems,
            WorkLog workLog,
            ObjectMapper json,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.repository = repository;
        this.versions = versions;
        this.process = process;
        this.campaigns = campaigns;
        this.forms = forms;
        this.people = people;
        this.units = units;
        this.workItems = workItems;
        this.workLog = workLog;
        this.json = json;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the task list shows of a document. */
    public record TaskFacts(UUID scopeId, UUID campaignId, String areaCode, String subject, String place) {}

    /** A document whose date has passed, and who is told: the cadre, or whoever holds the role. */
    public record Late(
            String key,
            UUID id,
            UUID campaignId,
            String words,
            @Nullable UUID personId,
            String role,
            UUID scopeId,
            String source) {}

    /**
     * Hands a document in; the version stays on record whatever comes of it. Late is accepted and marked.
     *
     * @throws UserError {@code form.invalid} with the faults of {@code title}, {@code body} and the paths of the form;
     *     {@code document.handedIn}; {@code task.*}; {@code campaign.archived}
     */
    public void handIn(UUID workItemId, DocumentContent content) {
        var item = workItems.take(workItemId, WRITE);
        var document = find(item.subjectId());
        var campaign = campaigns.requireRunning(document.campaignId());
        var actor = Actors.current();
        var written = checked(document, content);
        document.handIn(
                written.title(),
                written.body(),
                json.writeValueAsString(written.answers()),
                actor.id(),
                clock.today(),
                clock.now());
        versions.add(
                document,
                document.form().isEmpty() ? "" : forms.get(document.form()).version());
        audit.record(
                actor.id(),
                "document.handedIn",
                "DOCUMENT",
                document.id(),
                Map.of("kind", document.kind(), "late", document.late()));
        process.handedIn(item, reviewer(campaign, document).code(), workdays.plus(clock.today(), DAYS));
    }

    /**
     * Accepts a document; it counts from now on.
     *
     * @param inFull whether the summary report prints it in full
     * @throws UserError {@code document.ownReview} for who wrote it, {@code document.notHandedIn}, {@code task.*}
     */
    public void accept(UUID workItemId, boolean inFull) {
        var item = workItems.take(workItemId, REVIEW);
        var document = find(item.subjectId());
        campaigns.requireRunning(document.campaignId());
        var actor = Actors.current();
        document.accept(inFull, actor.id(), clock.now());
        repository.saveAndFlush(document);
        versions.decide(document, "ACCEPTED", "");
        workLog.done(List.of(new Work(
                document.campaignId(),
                document.kind(),
                document.id(),
                document.handedInAt().atZone(AppClock.ZONE).toLocalDate(),
                document.late(),
                document.personId(),
                document.unitId(),
                null,
                null,
                null,
                null)));
        audit.record(actor.id(), "document.accepted", "DOCUMENT", document.id(), Map.of());
        process.accepted(item);
    }

    /**
     * Returns a document to whoever wrote it.
     *
     * @throws UserError {@code form.invalid} at {@code reason}; {@code document.ownReview}; {@code
     *     document.notHandedIn}; {@code task.*}
     */
    public void sendBack(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, REVIEW);
        requireReason(reason);
        var document = find(item.subjectId());
        campaigns.requireRunning(document.campaignId());
        var actor = Actors.current();
        document.sendBack(reason.strip(), actor.id(), clock.now());
        repository.saveAndFlush(document);
        versions.decide(document, "RETURNED", reason.strip());
        audit.record(actor.id(), "document.returned", "DOCUMENT", document.id(), Map.of());
        var again = workdays.plus(clock.today(), DAYS);
        process.returned(item, again.isAfter(document.dueOn()) ? again : document.dueOn());
    }

    /**
     * The office does without a document, because the cadre is on leave, say.
     *
     * @throws UserError {@code form.invalid} at {@code reason}; {@code document.over}; {@code forbidden}
     */
    public void excuse(UUID id, String reason) {
        workItems.lock(id);
        var document = find(id);
        var campaign = campaigns.requireRunning(document.campaignId());
        var actor = Actors.current();
        actor.require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        requireReason(reason);
        var started = document.state() != DocumentState.WAITING;
        document.excuse(reason.strip());
        repository.saveAndFlush(document);
        audit.record(actor.id(), "document.excused", "DOCUMENT", id, Map.of());
        if (started) {
            process.withdraw(List.of(id));
        }
    }

    /**
     * One document, for who writes it, leads its unit, or serves in the office, leading group or inspection.
     *
     * @throws UserError {@code document.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public DocumentView get(UUID id) {
        var document = find(id);
        var campaign = campaigns.get(document.campaignId());
        if (!may(Actors.current(), campaign, document)) {
            throw UserError.forbidden();
        }
        return new DocumentView(
                document.id(),
                campaign.id(),
                campaign.name(),
                document.kind(),
                document.name(),
                document.unitId(),
                units.get(document.unitId()).name(),
                document.personId(),
                name(document.personId()),
                document.form(),
                document.source(),
                document.state(),
                document.dueOn(),
                new DocumentContent(document.title(), document.body(), versions.answers(document.answers())),
                name(document.handedInBy()),
                document.handedInAt(),
                document.late(),
                name(document.reviewedBy()),
                document.reason(),
                document.featured(),
                versions.returned(document.id()));
    }

    /** Whether the current person may excuse it. */
    @Transactional(readOnly = true)
    public boolean mayExcuse(DocumentView document) {
        return !document.state().isOver() && campaigns.isOffice(document.campaignId());
    }

    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID id, String element) {
        var document = find(id);
        var campaign = campaigns.get(document.campaignId());
        var scope = element.equals(WRITE)
                ? scope(campaign, document, Role.of(document.byRole()))
                : scope(campaign, document, reviewer(campaign, document));
        var owner = document.personId() == null
                ? units.get(document.unitId()).name()
                : people.get(document.personId()).name();
        return new TaskFacts(
                scope, campaign.id(), campaign.areaCode(), document.name(), owner + " · " + campaign.name());
    }

    /** The date of what is to be done now has passed. */
    @Transactional(readOnly = true)
    public Late overdue(UUID id) {
        var document = find(id);
        var campaign = campaigns.get(document.campaignId());
        var writing = document.state().isBeingWritten();
        var role = writing ? Role.of(document.byRole()) : reviewer(campaign, document);
        return new Late(
                "document/" + id + "/" + document.state() + "/" + clock.today(),
                id,
                document.campaignId(),
                document.name(),
                writing ? document.personId() : null,
                role.code(),
                scope(campaign, document, role),
                document.source());
    }

    private DocumentContent checked(Document document, DocumentContent content) {
        var faults = new LinkedHashMap<String, Message>();
        if (content.title().isBlank()) {
            faults.put("title", Message.of("document.title"));
        } else if (content.title().strip().length() > TITLE) {
            faults.put("title", Message.of("document.tooLong", TITLE));
        }
        if (document.form().isEmpty()) {
            if (content.body().isBlank()) {
                faults.put("body", Message.of("document.body"));
            } else if (content.body().length() > BODY) {
                faults.put("body", Message.of("document.tooLong", BODY));
            }
        } else {
            faults.putAll(forms.get(document.form()).validate(content.answers()).byPath());
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        return document.form().isEmpty()
                ? DocumentContent.text(content.title().strip(), content.body().strip())
                : new DocumentContent(
                        content.title().strip(), "", forms.get(document.form()).clean(content.answers()));
    }

    /** The role of the template; another one where nobody but the writer holds it. */
    private Role reviewer(CampaignView campaign, Document document) {
        var wanted = Role.of(document.reviewRole());
        for (var role : List.of(wanted, Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP)) {
            var others = people.holding(role, scope(campaign, document, role)).stream()
                    .anyMatch(person -> !person.id().equals(document.handedInBy())
                            && !person.id().equals(document.personId()));
            if (others) {
                return role;
            }
        }
        return wanted;
    }

    private static UUID scope(CampaignView campaign, Document document, Role role) {
        return role == Role.UNIT_LEADER || role == Role.CADRE ? document.unitId() : campaign.hostUnitId();
    }

    private static boolean may(Actor actor, CampaignView campaign, Document document) {
        return actor.id().equals(document.personId())
                || actor.id().equals(document.handedInBy())
                || actor.has(Role.UNIT_LEADER, document.unitId())
                || actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.has(Role.LEADING_GROUP, campaign.hostUnitId())
                || actor.has(Role.INSPECTOR, campaign.hostUnitId());
    }

    private Document find(UUID id) {
        return repository.findById(id).orElseThrow(() -> new UserError("document.unknown"));
    }

    private String name(@Nullable UUID personId) {
        return personId == null
                ? ""
                : people.get(Objects.requireNonNull(personId)).name();
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.strip().length() > REASON) {
            throw UserError.invalid(Map.of("reason", Message.of("document.reason", REASON)));
        }
    }

    /** The later of the two: nobody is asked for something that was due before they heard of it. */
    static LocalDate due(LocalDate wanted, LocalDate earliest) {
        return wanted.isBefore(earliest) ? earliest : wanted;
    }
}
