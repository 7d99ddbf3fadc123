package cn.minqing.assessment;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Contacts;
import cn.minqing.issue.Issues;
import cn.minqing.organization.Units;
import cn.minqing.visit.Visits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Collects the figures of a campaign and its units, and keeps them as JSON. */
@Component
class CampaignFigures {
    private final Visits visits;
    private final Issues issues;
    private final Contacts contacts;
    private final ContactPoints points;
    private final Units units;
    private final ObjectMapper json;

    CampaignFigures(
            Visits visits, Issues issues, Contacts contacts, ContactPoints points, Units units, ObjectMapper json) {
        this.visits = visits;
        this.issues = issues;
        this.contacts = contacts;
        this.points = points;
        this.units = units;
        this.json = json;
    }

    /** The campaign, and each unit or team in it that has or had contacts or is linked with a place. */
    record Collected(Figures whole, List<UnitFigures> units) {}

    Figures now(CampaignView campaign, @Nullable UUID unitId) {
        return Figures.of(
                campaign.template(), visits.figures(campaign.id(), unitId), issues.figures(campaign.id(), unitId));
    }

    Collected now(CampaignView campaign) {
        var byUnit = visits.figuresByUnit(campaign.id());
        var ids = new LinkedHashSet<>(unitIds(campaign.id()));
        ids.addAll(byUnit.keySet());
        return new Collected(
                now(campaign, null),
                ids.stream()
                        .map(id -> new UnitFigures(
                                id,
                                units.get(id).name(),
                                Figures.of(
                                        campaign.template(),
                                        Objects.requireNonNullElseGet(
                                                byUnit.get(id), () -> visits.figures(campaign.id(), id)),
                                        issues.figures(campaign.id(), id))))
                        .toList());
    }

    /** A team that is linked with an enterprise has no household, and hands in its summary like any other (S8.1). */
    List<UUID> unitIds(UUID campaignId) {
        return Stream.concat(
                        contacts.ofCampaign(campaignId).stream().map(Contact::unitId),
                        points.running(campaignId).stream().map(ContactPoint::unitId))
                .distinct()
                .toList();
    }

    int cadres(UUID campaignId, @Nullable UUID unitId) {
        return contacts.countPeople(campaignId, unitId);
    }

    String write(Object figures) {
        return json.writeValueAsString(figures);
    }

    <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }
}
