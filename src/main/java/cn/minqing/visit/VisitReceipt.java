package cn.minqing.visit;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.organization.People;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.papers.QrCode;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints what a household keeps after a visit (回执): what it raised, what was promised, and how to follow it. */
@Service
public class VisitReceipt {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final Issues issues;
    private final People people;
    private final Units units;
    private final Papers papers;
    private final String publicUrl;

    VisitReceipt(
            JdbcClient jdbc,
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            Issues issues,
            People people,
            Units units,
            Papers papers,
            @Value("${minqing.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.issues = issues;
        this.people = people;
        this.units = units;
        this.papers = papers;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    record Raised(String number, String title, String due) {}

    record Promised(String text, String due) {}

    record Page(
            String title,
            String host,
            String number,
            String head,
            String place,
            String visitedOn,
            String cadre,
            String unit,
            boolean anyRaised,
            List<Raised> raised,
            boolean anyPromised,
            List<Promised> promised,
            boolean hasCard,
            String code,
            String qr) {}

    /**
     * The receipt of one visit, for whoever may see the household.
     *
     * @return a PDF
     * @throws UserError {@code visit.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID visitId) {
        return papers.print("visit-receipt", page(visitId));
    }

    Page page(UUID visitId) {
        record Row(
                UUID householdId,
                UUID contactId,
                UUID campaignId,
                UUID personId,
                LocalDate visitedOn,
                List<UUID> issueIds) {}
        var visit = jdbc.sql("""
                select v.household_id, v.person_id, v.visited_on, v.issue_ids, f.contact_id, f.campaign_id
                from visit v join household_file f on f.id = v.file_id where v.id = ?
                """)
                .param(visitId)
                .query((row, number) -> new Row(
                        row.getObject("household_id", UUID.class),
                        row.getObject("contact_id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("visited_on", LocalDate.class),
                        List.of((UUID[]) row.getArray("issue_ids").getArray())))
                .optional()
                .orElseThrow(() -> new UserError("visit.unknown"));
        households.requireVisible(visit.householdId());
        var campaign = campaigns.get(visit.campaignId());
        var household = households.summary(visit.householdId());
        var contact = contacts.get(visit.contactId());
        var cadre = people.get(visit.personId());
        var raised = issues.ofHousehold(visit.householdId()).stream()
                .filter(issue -> visit.issueIds().contains(issue.id()))
                .map(issue -> new Raised(issue.number(), issue.title(), day(issue.deadline())))
                .toList();
        var promised = jdbc.sql("select text, due_on from commitment where visit_id = ? order by id")
                .param(visitId)
                .query((row, number) ->
                        new Promised(row.getString("text"), day(row.getObject("due_on", LocalDate.class))))
                .list();
        return new Page(
                papers.word("receiptTitle"),
                units.get(campaign.hostUnitId()).name(),
                household.number(),
                household.headName(),
                household.place(),
                day(visit.visitedOn()),
                cadre.name(),
                units.get(contact.unitId()).name(),
                !raised.isEmpty(),
                raised,
                !promised.isEmpty(),
                promised,
                !contact.cardCode().isEmpty(),
                contact.cardCode(),
                contact.cardCode().isEmpty() ? "" : QrCode.dataUri(publicUrl + "/card/" + contact.cardCode()));
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }
}
