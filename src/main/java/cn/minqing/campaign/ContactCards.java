package cn.minqing.campaign;

import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.papers.QrCode;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the contact cards (民情联系卡, S1.2, or as the template calls them, S7.3) that are left with the households: eight on a page, to be cut out. */
@Service
public class ContactCards {
    private static final int COLUMNS = 2;
    private static final int ROWS = 4;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final People people;
    private final Units units;
    private final Papers papers;
    private final AppClock clock;
    private final String publicUrl;

    ContactCards(
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            People people,
            Units units,
            Papers papers,
            AppClock clock,
            @Value("${minqing.public-url:http://localhost:8080}") String publicUrl) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.people = people;
        this.units = units;
        this.papers = papers;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    record Sheets(String title, String card, List<Sheet> sheets) {}

    record Sheet(List<Row> rows, boolean last) {}

    record Row(List<Card> cards) {}

    record Card(
            String campaign,
            String number,
            String head,
            String place,
            String cadre,
            String unit,
            String position,
            String phone,
            String code,
            String qr,
            String host,
            String date) {}

    /**
     * The cards of a campaign, or of one unit in it, in the order of units and people. The office and the leading group
     * print all, a unit leader those of the own unit.
     *
     * @param unitId null for all
     * @return a PDF
     * @throws UserError {@code forbidden}, {@code card.none} until the cards are issued
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID campaignId, @Nullable UUID unitId) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        var mayAll = actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.has(Role.LEADING_GROUP, campaign.hostUnitId());
        if (!mayAll && (unitId == null || !actor.has(Role.UNIT_LEADER, unitId))) {
            throw UserError.forbidden();
        }
        var wanted = contacts.ofCampaign(campaignId).stream()
                .filter(contact -> !contact.cardCode().isEmpty())
                .filter(contact -> unitId == null || contact.unitId().equals(unitId))
                .toList();
        if (wanted.isEmpty()) {
            throw new UserError("card.none");
        }
        var card = campaign.template().word("contactCard", papers.word("contactCardTitle"));
        return papers.print("contact-cards", new Sheets(campaign.name() + card, card, sheets(cards(campaign, wanted))));
    }

    private List<Card> cards(CampaignView campaign, List<Contact> wanted) {
        var found = households.summaries(
                wanted.stream().map(Contact::householdId).distinct().toList());
        var cadres = people
                .get(wanted.stream().map(Contact::personId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var phones = people.phones(cadres.keySet());
        var unitNames = wanted.stream()
                .map(Contact::unitId)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> units.get(id).name()));
        Unit host = units.get(campaign.hostUnitId());
        var date = DATE.format(clock.today());
        var cards = new ArrayList<Card>();
        for (var contact : wanted) {
            var household = Objects.requireNonNull(found.get(contact.householdId()));
            var cadre = Objects.requireNonNull(cadres.get(contact.personId()));
            cards.add(new Card(
                    campaign.name(),
                    household.number(),
                    household.headName(),
                    household.place(),
                    cadre.name(),
                    unitNames.getOrDefault(contact.unitId(), ""),
                    cadre.position(),
                    phones.getOrDefault(cadre.id(), ""),
                    contact.cardCode(),
                    QrCode.dataUri(publicUrl + "/card/" + contact.cardCode()),
                    host.name(),
                    date));
        }
        return cards;
    }

    private static List<Sheet> sheets(List<Card> cards) {
        var sheets = new ArrayList<Sheet>();
        for (var page : chunks(cards, COLUMNS * ROWS)) {
            var rows = chunks(page, COLUMNS).stream().map(Row::new).toList();
            sheets.add(new Sheet(rows, false));
        }
        sheets.set(sheets.size() - 1, new Sheet(sheets.getLast().rows(), true));
        return sheets;
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        var chunks = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }
}
