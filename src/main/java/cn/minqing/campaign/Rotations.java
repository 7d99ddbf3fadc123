package cn.minqing.campaign;

import cn.minqing.campaign.Participants.Participant;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work team of each period (S3.9): a share of the cadres serves in the villages, others the next year, and nobody a
 * second time before everybody has served. Drawn by lot from a seed that is kept.
 */
@Service
@Transactional
public class Rotations {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Audit audit;
    private final AppClock clock;

    Rotations(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Campaigns campaigns,
            Participants participants,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.campaigns = campaigns;
        this.participants = participants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who was drawn.
     *
     * @param round 1 while everybody serves for the first time
     * @param excused why they do not serve this time; null when they do
     */
    public record Member(
            UUID personId,
            String name,
            UUID unitId,
            String unit,
            int round,
            @Nullable String excused) {}

    /** The draw of a period: {@code seed} and {@code years} make it again. */
    public record Draw(int period, String seed, int years, Instant drawnAt) {}

    /** The draws of a campaign, oldest first, for whoever may see it. */
    @Transactional(readOnly = true)
    public List<Draw> draws(UUID campaignId) {
        campaigns.view(campaignId);
        return jdbc.sql("""
                select period, seed, years, drawn_at from rotation_draw where campaign_id = ? order by period
                """).param(campaignId).query(Draw.class).list();
    }

    /** Some of the team of a period, by unit and account, for whoever may see the campaign; empty before it is drawn. */
    @Transactional(readOnly = true)
    public List<Member> team(UUID campaignId, int period, int offset, int limit) {
        campaigns.view(campaignId);
        return jdbc.sql("""
                select m.person_id, p.name, m.unit_id, u.name as unit, m.round, m.excused from rotation_member m
                join person p on p.id = m.person_id join unit u on u.id = m.unit_id join area a on a.id = u.area_id
                where m.campaign_id = ? and m.period = ? order by a.code, u.sort_order, u.name, u.id, p.account
                offset ? limit ?
                """)
                .params(campaignId, period, offset, limit)
                .query(Member.class)
                .list();
    }

    /** How many serve in a period, without who is excused. */
    @Transactional(readOnly = true)
    public int serving(UUID campaignId, int period) {
        campaigns.view(campaignId);
        return jdbc.sql("""
                select count(*) from rotation_member where campaign_id = ? and period = ? and excused is null
                """).params(campaignId, period).query(Integer.class).single();
    }

    /**
     * Draws the team of the running period, for the office; what is drawn stays.
     *
     * @throws UserError {@code campaign.rotation.none} where the template knows no rotation or nobody takes part yet;
     *     {@code forbidden}
     */
    public void draw(UUID campaignId) {
        var campaign = requireOffice(campaignId);
        campaigns.lock(campaignId);
        var drawn = jdbc.sql("select exists (select from rotation_draw where campaign_id = ? and period = ?)")
                .params(campaignId, campaign.period())
                .query(Boolean.class)
                .single();
        if (drawn) {
            return;
        }
        var years = campaign.template().assignment().rotation();
        var cadres = participants.of(campaignId);
        if (years == null || cadres.isEmpty()) {
            throw new UserError("campaign.rotation.none");
        }
        var seed = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into rotation_draw (campaign_id, period, seed, years, drawn_by, drawn_at) values (?, ?, ?, ?, ?, ?)
                """)
                .params(campaignId, campaign.period(), seed, years, Actors.currentId(), Timestamp.from(clock.now()))
                .update();
        var served = served(campaignId);
        var chosen = RotationOrder.of(cadres, served, seed).subList(0, (cadres.size() + years - 1) / years);
        add(campaign, chosen, served);
        audit.record(
                Actors.currentId(),
                "rotation.drawn",
                "CAMPAIGN",
                campaignId,
                Map.of("period", campaign.period(), "seed", seed, "people", chosen.size()));
    }

    /**
     * Somebody who was drawn cannot serve this time; the next in the order of the draw does. For the office.
     *
     * @throws UserError {@code form.invalid} at {@code reason}; {@code campaign.rotation.notDrawn}; {@code forbidden}
     */
    public void excuse(UUID campaignId, UUID personId, String reason) {
        var campaign = requireOffice(campaignId);
        var words = Reasons.required("reason", reason);
        campaigns.lock(campaignId);
        var excused = jdbc.sql("""
                update rotation_member set excused = ?
                where campaign_id = ? and period = ? and person_id = ? and excused is null
                """)
                .params(words, campaignId, campaign.period(), personId)
                .update();
        if (excused == 0) {
            throw new UserError("campaign.rotation.notDrawn");
        }
        var seed = jdbc.sql("select seed from rotation_draw where campaign_id = ? and period = ?")
                .params(campaignId, campaign.period())
                .query(String.class)
                .single();
        var known = new HashSet<>(jdbc.sql("select person_id from rotation_member where campaign_id = ? and period = ?")
                .params(campaignId, campaign.period())
                .query(UUID.class)
                .list());
        var served = served(campaignId);
        var next = RotationOrder.of(participants.of(campaignId), served, seed).stream()
                .filter(person -> !known.contains(person.personId()))
                .limit(1)
                .toList();
        add(campaign, next, served);
        audit.record(
                Actors.currentId(),
                "rotation.excused",
                "CAMPAIGN",
                campaignId,
                Map.of("period", campaign.period(), "person", personId));
    }

    private CampaignView requireOffice(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        return campaign;
    }

    private void add(CampaignView campaign, List<Participant> chosen, Map<UUID, Integer> served) {
        batches.batchUpdate(
                "insert into rotation_member (campaign_id, period, person_id, unit_id, round) values (?, ?, ?, ?, ?)",
                chosen.stream()
                        .map(person -> new Object[] {
                            campaign.id(),
                            campaign.period(),
                            person.personId(),
                            person.unitId(),
                            served.getOrDefault(person.personId(), 0) + 1
                        })
                        .toList());
    }

    private Map<UUID, Integer> served(UUID campaignId) {
        var found = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select person_id, count(*) as times from rotation_member
                where campaign_id = ? and excused is null group by person_id
                """).param(campaignId).query(row -> {
            found.put(row.getObject("person_id", UUID.class), row.getInt("times"));
        });
        return found;
    }
}
