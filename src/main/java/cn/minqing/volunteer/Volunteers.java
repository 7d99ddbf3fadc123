package cn.minqing.volunteer;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Participants;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Volunteers of a campaign (S9.10): registered by the office, a unit or a village, linked to the villages and households
 * they help; what they did stands in the record of the activity they took part in.
 */
@Service
@Transactional
public class Volunteers {
    public static final int NAME = 64;
    public static final int PHONE = 32;
    public static final int OFFER = 500;

    private final JdbcClient jdbc;
    private final VolunteerRows rows;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Households households;
    private final Areas areas;
    private final Activities activities;
    private final Audit audit;
    private final AppClock clock;

    Volunteers(
            JdbcClient jdbc,
            VolunteerRows rows,
            Campaigns campaigns,
            Participants participants,
            Households households,
            Areas areas,
            Activities activities,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.campaigns = campaigns;
        this.participants = participants;
        this.households = households;
        this.areas = areas;
        this.activities = activities;
        this.audit = audit;
        this.clock = clock;
    }

    /** Some volunteers, newest first; {@code next} goes on where they end, null at the end. */
    public record Page(
            List<VolunteerView> volunteers, @Nullable UUID next) {}

    /** The running campaigns in which the current person may register volunteers. */
    @Transactional(readOnly = true)
    public List<CampaignView> registeringIn() {
        var actor = Actors.current();
        return campaigns.running().stream()
                .filter(campaign -> mayRegister(actor, campaign))
                .toList();
    }

    /**
     * Registers somebody who joins; the same client key answers the same again.
     *
     * @throws UserError {@code form.invalid} with the faults of {@code name, phone, offer}; {@code forbidden}; {@code
     *     campaign.archived}
     */
    public UUID register(NewVolunteer input) {
        var campaign = campaigns.requireRunning(input.campaignId());
        var actor = Actors.current();
        if (!mayRegister(actor, campaign)) {
            throw UserError.forbidden();
        }
        var faults = new LinkedHashMap<String, Message>();
        required(faults, "name", input.name(), NAME);
        required(faults, "offer", input.offer(), OFFER);
        if (input.phone().strip().length() > PHONE) {
            faults.put("phone", Message.of("volunteer.tooLong", PHONE));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var id = Ids.next();
        var added = jdbc.sql("""
                insert into volunteer (id, client_key, campaign_id, kind, name, phone, offer, joined_on, registered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (client_key) do nothing
                """)
                .params(
                        id,
                        input.clientKey(),
                        input.campaignId(),
                        input.kind().name(),
                        input.name().strip(),
                        input.phone().strip(),
                        input.offer().strip(),
                        Date.valueOf(clock.today()),
                        actor.id())
                .update();
        if (added == 0) {
            return jdbc.sql("select id from volunteer where client_key = ? and registered_by = ?")
                    .params(input.clientKey(), actor.id())
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(UserError::forbidden);
        }
        audit.record(actor.id(), "volunteer.registered", "VOLUNTEER", id, Map.of("kind", input.kind()));
        return id;
    }

    /**
     * Links a volunteer with a village or community they help; done twice it is there once.
     *
     * @throws UserError {@code form.invalid} at {@code area} outside the campaign; {@code volunteer.left}; {@code
     *     forbidden}
     */
    public void helpArea(UUID volunteerId, UUID areaId) {
        var campaign = mine(volunteerId);
        if (!areas.get(areaId).code().startsWith(campaign.areaCode())) {
            throw UserError.invalid(Map.of("area", Message.of("volunteer.outside")));
        }
        link(volunteerId, areaId, null);
    }

    /**
     * Links a volunteer with a household, which the current person must be allowed to see.
     *
     * @throws UserError {@code volunteer.left}; {@code forbidden}
     */
    public void helpHousehold(UUID volunteerId, UUID householdId) {
        mine(volunteerId);
        households.requireVisible(householdId);
        link(volunteerId, null, householdId);
    }

    private void link(UUID volunteerId, @Nullable UUID areaId, @Nullable UUID householdId) {
        jdbc.sql("""
                insert into volunteer_link (id, volunteer_id, area_id, household_id, from_date) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(Ids.next(), volunteerId, areaId, householdId, Date.valueOf(clock.today()))
                .update();
        audit.record(
                Actors.currentId(),
                "volunteer.linked",
                "VOLUNTEER",
                volunteerId,
                areaId == null ? Map.of("household", String.valueOf(householdId)) : Map.of("area", areaId));
    }

    /** Ends one link; it stays in the history. */
    public void endLink(UUID volunteerId, UUID linkId) {
        mine(volunteerId);
        jdbc.sql("update volunteer_link set until_date = ? where id = ? and volunteer_id = ? and until_date is null")
                .params(Date.valueOf(clock.today()), linkId, volunteerId)
                .update();
        audit.record(Actors.currentId(), "volunteer.linkEnded", "VOLUNTEER", volunteerId, Map.of("link", linkId));
    }

    /** The volunteer takes part no more; all links end. */
    public void leave(UUID volunteerId) {
        mine(volunteerId);
        var today = Date.valueOf(clock.today());
        jdbc.sql("update volunteer set left_on = ? where id = ? and left_on is null")
                .params(today, volunteerId)
                .update();
        jdbc.sql("update volunteer_link set until_date = ? where volunteer_id = ? and until_date is null")
                .params(today, volunteerId)
                .update();
        audit.record(Actors.currentId(), "volunteer.left", "VOLUNTEER", volunteerId, Map.of());
    }

    /** The volunteers who take part now and may be named in a record of work, by name. */
    @Transactional(readOnly = true)
    public List<VolunteerView> takingPart(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        return rows.takingPart(campaign, Actors.current());
    }

    /**
     * Records an activity together with the volunteers who took part in it.
     *
     * @throws UserError as {@link Activities#record}; {@code volunteer.unknown} for somebody of another campaign or who
     *     has left
     */
    public UUID record(UUID campaignId, ActivityInput input, Set<UUID> volunteerIds) {
        var activityId = activities.record(campaignId, input);
        if (!volunteerIds.isEmpty()) {
            var added = jdbc.sql("""
                    insert into volunteer_help (volunteer_id, activity_id)
                    select v.id, :activity from volunteer v
                    where v.id in (:volunteers) and v.campaign_id = :campaign
                      and (v.left_on is null or v.left_on >= :day)
                    on conflict (volunteer_id, activity_id) do update set activity_id = excluded.activity_id
                    """)
                    .param("activity", activityId)
                    .param("volunteers", volunteerIds)
                    .param("campaign", campaignId)
                    .param("day", Date.valueOf(input.from() == null ? clock.today() : input.from()))
                    .update();
            if (added < volunteerIds.size()) {
                throw new UserError("volunteer.unknown");
            }
        }
        return activityId;
    }

    /** The names of the volunteers who took part in an activity the current person may see. */
    @Transactional(readOnly = true)
    public List<String> namesIn(UUID activityId) {
        activities.view(activityId);
        return jdbc.sql("""
                select v.name from volunteer_help h join volunteer v on v.id = h.volunteer_id
                where h.activity_id = ? order by v.name
                """).param(activityId).query(String.class).list();
    }

    /** The volunteers of a campaign the current person has to do with, newest first. */
    @Transactional(readOnly = true)
    public Page page(UUID campaignId, @Nullable UUID after, int limit) {
        var campaign = campaigns.view(campaignId);
        var found = rows.page(campaign, Actors.current(), after, limit + 1);
        var shown = found.stream().limit(limit).toList();
        return new Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }

    private boolean mayRegister(Actor actor, CampaignView campaign) {
        return actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.VILLAGE_LEADER
                                && grant.areaCode().startsWith(campaign.areaCode()))
                || actor.has(Role.UNIT_LEADER)
                        && participants.units(campaign.id()).stream()
                                .anyMatch(unit -> actor.has(Role.UNIT_LEADER, unit));
    }

    /** The volunteer's campaign, locked against a second change, for whoever registered them and the office. */
    private CampaignView mine(UUID volunteerId) {
        var found = jdbc.sql("select campaign_id, registered_by, left_on from volunteer where id = ? for update")
                .param(volunteerId)
                .query()
                .listOfRows();
        if (found.isEmpty()) {
            throw new UserError("volunteer.unknown");
        }
        var row = found.getFirst();
        var campaign = campaigns.requireRunning((UUID) row.get("campaign_id"));
        var actor = Actors.current();
        if (!actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                && !actor.id().equals(row.get("registered_by"))) {
            throw UserError.forbidden();
        }
        if (row.get("left_on") != null) {
            throw new UserError("volunteer.left");
        }
        return campaign;
    }

    private static void required(Map<String, Message> faults, String field, String text, int most) {
        if (text.isBlank()) {
            faults.put(field, Message.of("volunteer.required." + field));
        } else if (text.strip().length() > most) {
            faults.put(field, Message.of("volunteer.tooLong", most));
        }
    }
}
