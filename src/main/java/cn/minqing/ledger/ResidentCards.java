package cn.minqing.ledger;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.Households;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.LedgerLines;
import cn.minqing.issue.ResidentIssues;
import cn.minqing.organization.People;
import cn.minqing.organization.Units;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a resident sees and does with the code of the contact card, without an account. Of the household nothing is shown
 * but the surname: a card may be lost.
 */
@Service
@Transactional
public class ResidentCards {
    /** As {@code CardCodes} makes them; anything else need not be looked up. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{10}");

    private final Contacts contacts;
    private final Campaigns campaigns;
    private final Households households;
    private final People people;
    private final Units units;
    private final ResidentIssues issues;

    ResidentCards(
            Contacts contacts,
            Campaigns campaigns,
            Households households,
            People people,
            Units units,
            ResidentIssues issues) {
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.households = households;
        this.people = people;
        this.units = units;
        this.issues = issues;
    }

    /** The card of a household. {@code surname} of its head. */
    public record Card(
            String code,
            String campaignName,
            String surname,
            String contactName,
            String contactPosition,
            String contactUnit,
            List<CampaignTemplate.Choice> categories,
            List<Own> issues) {}

    /**
     * One of the household's issues.
     *
     * @param owner unit, department or area that is charged; {@code ownerRole} its role
     * @param deadline null once there is an answer
     * @param answer what the household was told; empty until it was told
     * @param mayWithdraw whether it is still worked on and may be taken back
     * @param asked whether the household's answer is awaited: is it satisfied?
     */
    public record Own(
            String number,
            String title,
            IssueState state,
            LocalDate registeredOn,
            String owner,
            String ownerRole,
            @Nullable LocalDate deadline,
            @Nullable IssueResult result,
            String answer,
            boolean asked,
            boolean mayWithdraw) {}

    /** What the code stands for; empty for every code that stands for nothing now, whatever the reason. */
    @Transactional(readOnly = true)
    public Optional<Card> find(String code) {
        return contact(code).map(this::card);
    }

    /**
     * Registers what a resident wrote; the contact is the first visitor.
     *
     * @return the number; empty for an unknown code
     * @throws UserError as {@link ResidentIssues#register}
     */
    public Optional<String> register(String code, UUID clientKey, String category, String words, boolean urgent) {
        return contact(code).map(contact -> issues.register(contact, clientKey, category, words, urgent));
    }

    /**
     * The resident's own answer whether they are satisfied.
     *
     * @return whether the code is known
     * @throws UserError as {@link ResidentIssues#answer}
     */
    public boolean answer(String code, String number, boolean satisfied, String words, boolean proxy) {
        var contact = contact(code);
        contact.ifPresent(one -> issues.answer(one.householdId(), number, satisfied, words, proxy));
        return contact.isPresent();
    }

    /**
     * The resident takes an own matter back.
     *
     * @return whether the code is known
     * @throws UserError as {@link ResidentIssues#withdraw}
     */
    public boolean withdraw(String code, String number, String words) {
        var contact = contact(code);
        contact.ifPresent(one -> issues.withdraw(one.householdId(), number, words));
        return contact.isPresent();
    }

    private Optional<Contact> contact(String code) {
        return CODE.matcher(code).matches() ? contacts.byCard(code) : Optional.empty();
    }

    private Card card(Contact contact) {
        var campaign = campaigns.get(contact.campaignId());
        var head = households.summary(contact.householdId()).headName();
        var person = people.get(contact.personId());
        var names = households.memberNames(contact.householdId()).stream()
                .filter(name -> name.codePointCount(0, name.length()) > 1)
                .toList();
        return new Card(
                contact.cardCode(),
                campaign.name(),
                head.isEmpty() ? "" : head.substring(0, head.offsetByCodePoints(0, 1)),
                person.name(),
                person.position(),
                units.get(contact.unitId()).name(),
                campaign.template().issueCategories(),
                issues.of(contact.householdId()).stream()
                        .map(line -> own(line, names))
                        .toList());
    }

    private static Own own(LedgerLines.Line line, List<String> names) {
        var working = line.state().onTheClock();
        var told = line.state() == IssueState.SATISFACTION
                || line.state() == IssueState.CLOSING
                || line.state() == IssueState.CLOSED;
        var elsewhere = working && !line.handlerScope().isEmpty();
        return new Own(
                line.number(),
                PublicTitles.masked(line.title(), names),
                line.state(),
                line.registeredOn(),
                elsewhere ? line.handlerScope() : line.unit(),
                elsewhere ? line.handlerRole() : "cadre",
                working ? line.deadline() : null,
                told ? line.result() : null,
                told ? PublicTitles.masked(line.answer(), names) : "",
                line.state() == IssueState.SATISFACTION,
                working);
    }
}
