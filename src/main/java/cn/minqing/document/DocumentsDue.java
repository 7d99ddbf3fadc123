package cn.minqing.document;

import cn.minqing.campaign.CampaignArchived;
import cn.minqing.campaign.CampaignPhaseEntered;
import cn.minqing.campaign.CampaignPlanApproved;
import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Participants;
import cn.minqing.campaign.Participants.Participant;
import cn.minqing.campaign.Phase;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.Workdays;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows which documents a campaign asks for now and of whom; each is asked for once in a period. */
@Service
@Transactional
class DocumentsDue {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentsDue.class);
    /** Nobody has fewer workdays than these, however late they joined. */
    private static final int DAYS = 3;

    private static final int MONTHS_OF_QUARTER = 3;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Workdays workdays;
    private final AppClock clock;

    DocumentsDue(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Campaigns campaigns,
            Participants participants,
            Workdays workdays,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.campaigns = campaigns;
        this.participants = participants;
        this.workdays = workdays;
        this.clock = clock;
    }

    private record Owner(UUID unitId, @Nullable UUID personId) {}

    @EventListener
    void approved(CampaignPlanApproved event) {
        open(event.campaignId());
    }

    @EventListener
    void entered(CampaignPhaseEntered event) {
        open(event.campaignId());
    }

    /** What was not started yet is not wanted any more; the others end in chunks. */
    @EventListener
    void archived(CampaignArchived event) {
        jdbc.sql("update document set state = 'LAPSED' where campaign_id = ? and state = 'WAITING'")
                .param(event.campaignId())
                .update();
    }

    void sweep() {
        for (var campaign : campaigns.running()) {
            open(campaign.id());
        }
    }

    /** Asks for the documents of the phase the campaign is in; what is asked for already stays. */
    void open(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        var wanted = campaign.template().documentsToReview().stream()
                .filter(document -> document.phase() == campaign.phase())
                .toList();
        if (wanted.isEmpty() || !planned(campaignId)) {
            return;
        }
        var taking = participants.of(campaignId);
        var teams = Set.copyOf(jdbc.sql("select id from unit where campaign_id = ?")
                .param(campaignId)
                .query(UUID.class)
                .list());
        var rows = new ArrayList<Object[]>();
        for (var document : wanted) {
            for (var owner : owners(campaign, document, taking, teams)) {
                rows.add(row(campaign, document, owner));
            }
        }
        batches.batchUpdate("""
                insert into document (id, campaign_id, kind, name, period, unit_id, person_id, by_role, review_role, form,
                  source, state, due_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing
                """, rows);
    }

    private static List<Owner> owners(
            CampaignView campaign, CampaignTemplate.Document document, List<Participant> taking, Set<UUID> teams) {
        return switch (document.per()) {
            case "campaign" -> List.of(new Owner(campaign.hostUnitId(), null));
            case "unit" ->
                taking.stream()
                        .map(Participant::unitId)
                        .filter(unit -> !teams.contains(unit))
                        .distinct()
                        .map(unit -> new Owner(unit, null))
                        .toList();
            case "team" -> teams.stream().map(team -> new Owner(team, null)).toList();
            case "cadre" ->
                taking.stream()
                        .map(one -> new Owner(one.unitId(), one.personId()))
                        .toList();
            default -> {
                LOG.warn("Nobody owes document {} per {}", document.id(), document.per());
                yield List.of();
            }
        };
    }

    private Object[] row(CampaignView campaign, CampaignTemplate.Document document, Owner owner) {
        var last = campaign.dates().lastDayOf(document.phase());
        return new Object[] {
            Ids.next(),
            campaign.id(),
            document.id(),
            document.name(),
            period(campaign, document.phase()),
            owner.unitId(),
            owner.personId(),
            document.by(),
            document.review(),
            document.form() == null ? "" : document.form(),
            document.source(),
            Date.valueOf(Documents.due(last, workdays.plus(clock.today(), DAYS)))
        };
    }

    /** 0, or for a standing campaign the year, quarter or month that its documents belong to. */
    private int period(CampaignView campaign, Phase phase) {
        var standing = campaign.template().standing();
        if (standing == null || phase == Phase.MOBILIZATION) {
            return 0;
        }
        var last = campaign.dates().lastDayOf(Phase.IMPLEMENTATION);
        LocalDate day = clock.today().isAfter(last) ? last : clock.today();
        return switch (standing.period()) {
            case YEAR, CAMPAIGN -> day.getYear();
            case QUARTER -> day.getYear() * 10 + (day.getMonthValue() + MONTHS_OF_QUARTER - 1) / MONTHS_OF_QUARTER;
            case MONTH -> day.getYear() * 100 + day.getMonthValue();
        };
    }

    private boolean planned(UUID campaignId) {
        return jdbc.sql("select exists (select from campaign_plan where campaign_id = ? and state = 'APPROVED')")
                .param(campaignId)
                .query(Boolean.class)
                .single();
    }
}
