package cn.minqing.visit;

import cn.minqing.campaign.Campaigns;
import cn.minqing.form.FormText;
import cn.minqing.form.Forms;
import cn.minqing.household.HouseholdView;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Prints the registration card of a household (民情登记卡, S3.4): members, categories, what was asked, what it raised and
 * when it was visited. Sensitive fields stay as masked as the reader sees them on the page.
 */
@Service
@Transactional(readOnly = true)
public class RegistrationCards {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Households households;
    private final Campaigns campaigns;
    private final Visits visits;
    private final Issues issues;
    private final Forms forms;
    private final Papers papers;
    private final ObjectMapper json;
    private final AppClock clock;

    RegistrationCards(
            JdbcClient jdbc,
            Households households,
            Campaigns campaigns,
            Visits visits,
            Issues issues,
            Forms forms,
            Papers papers,
            ObjectMapper json,
            AppClock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.campaigns = campaigns;
        this.visits = visits;
        this.issues = issues;
        this.forms = forms;
        this.papers = papers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The card of one household, for whoever may see it.
     *
     * @return a PDF
     * @throws UserError {@code forbidden}
     */
    public byte[] pdf(UUID householdId) {
        return papers.print("registration-card", model(householdId));
    }

    Map<String, Object> model(UUID householdId) {
        var household = households.view(householdId);
        var template = campaigns.currentOf(householdId).map(campaign -> campaign.template());
        var model = new HashMap<String, Object>();
        model.put("title", papers.word("registrationTitle"));
        model.put("date", DATE.format(clock.today()));
        model.put("number", household.number());
        model.put("head", household.headName());
        model.put("place", household.place());
        model.put("phone", household.phone());
        model.put(
                "categories",
                template.map(chosen -> chosen.vulnerabilities().stream()
                                .filter(choice -> household.vulnerabilities().contains(choice.code()))
                                .map(choice -> choice.name())
                                .collect(Collectors.joining(papers.word("separator"))))
                        .orElse(""));
        model.put("members", household.members().stream().map(this::member).toList());
        var open = household.editable() ? answers(householdId) : List.<Map<String, Object>>of();
        model.put("forms", open);
        model.put("masked", !household.editable());
        model.put(
                "visits",
                visits.ofHousehold(householdId).stream()
                        .filter(visit -> visit.result() == VisitResult.VISITED)
                        .map(visit -> Map.of("day", DATE.format(visit.visitedOn()), "cadre", visit.by()))
                        .toList());
        model.put(
                "issues",
                issues.ofHousehold(householdId).stream()
                        .map(issue -> Map.of(
                                "number", issue.number(),
                                "title", issue.title(),
                                "day", DATE.format(issue.registeredOn()),
                                "due", day(issue.deadline())))
                        .toList());
        return model;
    }

    private Map<String, Object> member(HouseholdView.Member member) {
        return Map.of(
                "name", member.name(),
                "relation", papers.word("relation." + member.relation()),
                "born", member.birthYear() == null ? "" : String.valueOf(member.birthYear()),
                "idNumber", member.idNumber(),
                "health", member.health(),
                "disability", member.disability());
    }

    /** The newest answers of each form; only for the contact, who asked for them. */
    private List<Map<String, Object>> answers(UUID householdId) {
        record Row(String form, String answers, LocalDate on) {}
        var newest = jdbc.sql("""
                select distinct on (form_id) form_id, answers::text as answers, answered_on from form_answer
                where household_id = ? order by form_id, id desc
                """)
                .param(householdId)
                .query((row, number) -> new Row(
                        row.getString("form_id"),
                        row.getString("answers"),
                        row.getObject("answered_on", LocalDate.class)))
                .list();
        var printed = new ArrayList<Map<String, Object>>();
        for (var row : newest) {
            var form = forms.get(row.form());
            printed.add(Map.of(
                    "name", form.name(),
                    "day", DATE.format(row.on()),
                    "lines", FormText.lines(form, json.readValue(row.answers(), ANSWERS))));
        }
        return printed;
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }
}
