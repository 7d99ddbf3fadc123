package cn.minqing.issue;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.organization.People;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a resident does without signing in, with the code on the contact card (S7.3). It tells nothing about the
 * household; whoever shows it to the public limits how often a code is tried.
 */
@Service
@Transactional
public class ResidentDesk {
    private final Issues issues;
    private final IssueRepository repository;
    private final Contacts contacts;
    private final Campaigns campaigns;
    private final People people;

    ResidentDesk(Issues issues, IssueRepository repository, Contacts contacts, Campaigns campaigns, People people) {
        this.issues = issues;
        this.repository = repository;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.people = people;
    }

    /** Whose card it is: the contact's name, and what the matter may be about. */
    public record Card(UUID campaignId, String campaign, String contact, List<CampaignTemplate.Choice> categories) {}

    /**
     * @param clientKey made by the page: the same key registers one matter only, however often it is sent
     * @param urgent somebody or something is in danger
     */
    public record Matter(UUID clientKey, String category, String title, String description, boolean urgent) {}

    /** What the resident is told. {@code firstVisitor} answers for it (S7.9). */
    public record Receipt(UUID issueId, String number, String title, LocalDate registeredOn, String firstVisitor) {}

    /**
     * Finds the card.
     *
     * @throws UserError {@code card.unknown} also for a card that is no longer valid
     */
    @Transactional(readOnly = true)
    public Card card(String cardCode) {
        var contact = contacts.byCard(cardCode).orElseThrow(() -> new UserError("card.unknown"));
        var campaign = campaigns.get(contact.campaignId());
        return new Card(
                campaign.id(),
                campaign.name(),
                people.get(contact.personId()).name(),
                campaign.template().issueCategories());
    }

    /**
     * Registers the matter in the name of the contact, who is its first visitor and confirms the way it goes.
     *
     * @throws UserError {@code card.unknown}, {@code form.invalid} with the faults of each field
     */
    public Receipt register(String cardCode, Matter matter) {
        var contact = contacts.byCard(cardCode).orElseThrow(() -> new UserError("card.unknown"));
        var id = issues.registerByCard(
                contact,
                new NewIssue(
                        matter.clientKey(),
                        contact.campaignId(),
                        contact.householdId(),
                        "",
                        Channel.CARD,
                        matter.category(),
                        matter.title(),
                        matter.description(),
                        matter.urgent(),
                        "cadre",
                        null,
                        "",
                        ""));
        var issue = repository.findById(id).orElseThrow();
        return new Receipt(
                id,
                issue.number,
                issue.title,
                LocalDate.ofInstant(issue.registeredAt, AppClock.ZONE),
                people.get(issue.firstVisitorId).name());
    }
}
