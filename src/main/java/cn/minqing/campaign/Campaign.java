package cn.minqing.campaign;

import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign: its dates, the phase it is in, and the template it was launched with. */
@Entity
@Table(name = "campaign")
class Campaign {
    @Id
    private UUID id;

    private String name;
    private String templateId;
    private int templateVersion;

    @Column(columnDefinition = "text")
    private String template;

    private UUID hostUnitId;
    private UUID areaId;
    private String areaCode;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private LocalDate mobilizationStart;
    private LocalDate implementationStart;
    private LocalDate acceptanceStart;
    private LocalDate endsOn;
    private int confirmationRound;
    private UUID launchedBy;
    private Instant launchedAt;
    private @Nullable Instant archivedAt;
    private int period = 1;

    @Enumerated(EnumType.STRING)
    private CampaignTemplate.@Nullable Every standing;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Campaign() {}

    Campaign(
            String name,
            CampaignTemplate launchedWith,
            String templateJson,
            UUID hostUnitId,
            UUID areaId,
            String areaCode,
            CampaignDates dates,
            UUID launchedBy,
            Instant launchedAt) {
        this.id = Ids.next();
        this.name = name;
        this.templateId = launchedWith.id();
        this.templateVersion = launchedWith.version();
        this.template = templateJson;
        this.hostUnitId = hostUnitId;
        this.areaId = areaId;
        this.areaCode = areaCode;
        this.phase = Phase.MOBILIZATION;
        this.mobilizationStart = dates.mobilizationStart();
        this.implementationStart = dates.implementationStart();
        this.acceptanceStart = dates.acceptanceStart();
        this.endsOn = dates.end();
        this.launchedBy = launchedBy;
        this.launchedAt = launchedAt;
        this.standing =
                launchedWith.standing() == null ? null : launchedWith.standing().period();
    }

    UUID id() {
        return id;
    }

    String template() {
        return template;
    }

    int confirmationRound() {
        return confirmationRound;
    }

    /** Stops work on an archived campaign. */
    void requireRunning() {
        if (phase == Phase.ARCHIVED) {
            throw new UserError("campaign.archived", name);
        }
    }

    void enter(Phase next) {
        requireRunning();
        phase = next;
    }

    void archive(Instant now) {
        requireRunning();
        phase = Phase.ARCHIVED;
        archivedAt = now;
    }

    /** The units are asked anew; what they said before stays on record. */
    int askUnits() {
        requireRunning();
        return ++confirmationRound;
    }

    /** Implementation goes on until the deadline; acceptance keeps its length and follows. */
    void extendForRemedy(LocalDate deadline) {
        requireRunning();
        var acceptanceDays = ChronoUnit.DAYS.between(acceptanceStart, endsOn);
        acceptanceStart = deadline.plusDays(1);
        endsOn = acceptanceStart.plusDays(acceptanceDays);
    }

    /** From now on it closes a period at a time instead of ending (S8.9). */
    void stand(CampaignTemplate.Every every) {
        requireRunning();
        standing = every;
    }

    /** It ends with this period. */
    void endStanding() {
        requireRunning();
        standing = null;
    }

    /** The next period begins where this one ends; its contacts and its first day stay. */
    void openNextPeriod(LocalDate today) {
        requireRunning();
        if (standing == null) {
            throw new IllegalStateException("No standing campaign: " + id);
        }
        var next = new CampaignDates(mobilizationStart, implementationStart, acceptanceStart, endsOn)
                .next(standing, today);
        period++;
        implementationStart = next.implementationStart();
        acceptanceStart = next.acceptanceStart();
        endsOn = next.end();
    }

    CampaignView view(CampaignTemplate read) {
        return new CampaignView(
                id,
                name,
                read,
                hostUnitId,
                areaId,
                areaCode,
                phase,
                mobilizationStart,
                implementationStart,
                acceptanceStart,
                endsOn,
                period,
                standing,
                version);
    }
}
