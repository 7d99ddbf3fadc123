package cn.minqing.campaign;

import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints the letter to each household (一封信, S9.7): who its contact is, how to reach them, what the campaign is for. The
 * wording is the designer's: {@code household-letter.html} among the papers.
 */
@Service
public class HouseholdLetters {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    /** A print-out nobody could carry is asked for unit by unit. */
    private static final int MOST = 2000;

    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final People people;
    private final Units units;
    private final Papers papers;
    private final AppClock clock;

    HouseholdLetters(
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            People people,
            Units units,
            Papers papers,
            AppClock clock) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.people = people;
        this.units = units;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * The letters of a campaign, one page for each household: those of one unit, or of the current person's own
     * households. The office and the leading group print any unit's, a unit leader the own unit's.
     *
     * @param unitId null for one's own households
     * @return a PDF
     * @throws UserError {@code forbidden}, {@code letter.none}, {@code letter.tooMany}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID campaignId, @Nullable UUID unitId) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        if (unitId != null
                && !actor.has(Role.UNIT_LEADER, unitId)
                && !actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                && !actor.has(Role.LEADING_GROUP, campaign.hostUnitId())) {
            throw UserError.forbidden();
        }
        var wanted = contacts.ofCampaign(campaignId).stream()
                .filter(contact -> contact.until() == null)
                .filter(contact -> unitId == null
                        ? contact.personId().equals(actor.id())
                        : contact.unitId().equals(unitId))
                .toList();
        if (wanted.isEmpty()) {
            throw new UserError("letter.none");
        }
        if (wanted.size() > MOST) {
            throw new UserError("letter.tooMany", MOST);
        }
        return papers.print("household-letter", model(campaign, wanted));
    }

    private Map<String, Object> model(CampaignView campaign, List<Contact> wanted) {
        var homes = households.summaries(
                wanted.stream().map(Contact::householdId).distinct().toList());
        var cadres = people
                .get(wanted.stream().map(Contact::personId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var unitNames = wanted.stream()
                .map(Contact::unitId)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> units.get(id).name()));
        var letters = new ArrayList<Map<String, Object>>();
        for (var contact : wanted) {
            var home = Objects.requireNonNull(homes.get(contact.householdId()));
            var cadre = Objects.requireNonNull(cadres.get(contact.personId()));
            letters.add(Map.of(
                    "head", home.headName(),
                    "place", home.place(),
                    "cadre", cadre.name(),
                    "position", cadre.position(),
                    "unit", unitNames.getOrDefault(contact.unitId(), ""),
                    "code", contact.cardCode(),
                    "last", contact == wanted.getLast()));
        }
        var model = new HashMap<String, Object>();
        model.put("title", papers.word("letterTitle"));
        model.put("campaign", campaign.name());
        model.put("host", units.get(campaign.hostUnitId()).name());
        model.put("from", DATE.format(campaign.implementationStart()));
        model.put("to", DATE.format(campaign.end()));
        model.put("date", DATE.format(clock.today()));
        model.put("work", campaign.template().phase(Phase.IMPLEMENTATION).work());
        model.put("letters", letters);
        return model;
    }
}
