package cn.minqing.ui.assessment;

import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.Breaches;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.issue.IssueSummary;
import cn.minqing.issue.Issues;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Units;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the records that speak against a full mark of a figure. */
@Component
class BehindRecords {
    private static final int SHOWN = 300;

    private final Assessments assessments;
    private final Households households;
    private final Issues issues;
    private final People people;
    private final Units units;
    private final Breaches breaches;

    BehindRecords(
            Assessments assessments,
            Households households,
            Issues issues,
            People people,
            Units units,
            Breaches breaches) {
        this.assessments = assessments;
        this.households = households;
        this.issues = issues;
        this.people = people;
        this.units = units;
        this.breaches = breaches;
    }

    private record Line(String text, String detail, String address) {}

    void open(UUID campaignId, AssessmentResult result) {
        var records = assessments.recordsBehind(campaignId, result.period(), result.item(), result.unitId());
        var dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("assessment.behind." + result.measureKind(), records.size()));
        dialog.setWidth("min(40rem, 100vw)");
        var list = new Div();
        list.addClassName("inbox");
        for (var line : lines(campaignId, records.stream().limit(SHOWN).toList())) {
            var what = new Span(line.text());
            what.addClassName("what");
            var where = new Span(line.detail());
            where.addClassName("where");
            var link = new Anchor(line.address(), what, where);
            link.addClassName("inbox-row");
            list.add(link);
        }
        var content = new Div(list);
        if (records.isEmpty()) {
            content = new Div(new Paragraph(dialog.getTranslation("assessment.behind.none")));
        } else if (records.size() > SHOWN) {
            content.add(new Paragraph(dialog.getTranslation("assessment.behind.more", SHOWN, records.size())));
        }
        dialog.add(content);
        var close = new Button(dialog.getTranslation("shell.close"), e -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
    }

    private List<Line> lines(UUID campaignId, List<Behind> records) {
        var byHousehold = households.summaries(ids(records, SubjectType.HOUSEHOLD));
        var byIssue = ids(records, SubjectType.ISSUE).isEmpty() ? Map.<UUID, IssueSummary>of() : issues(campaignId);
        var byPerson = people.get(ids(records, SubjectType.PERSON)).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return records.stream()
                .map(record -> switch (record.type()) {
                    case HOUSEHOLD -> line(record, byHousehold.get(record.subjectId()));
                    case ISSUE -> line(record, byIssue.get(record.subjectId()));
                    case PERSON ->
                        new Line(
                                byPerson.get(record.subjectId()).name(),
                                units.get(record.unitId()).name(),
                                "obligations");
                    case UNIT -> new Line(units.get(record.subjectId()).name(), "", "obligations");
                    case BREACH -> {
                        var breach = breaches.get(record.subjectId());
                        yield new Line(
                                breach.line(),
                                breach.unitName() + " " + breach.happenedOn(),
                                "campaign/" + campaignId + "/discipline");
                    }
                })
                .toList();
    }

    private Map<UUID, IssueSummary> issues(UUID campaignId) {
        return Stream.concat(
                        issues.unanswered(campaignId, null).stream(), issues.unsatisfied(campaignId, null).stream())
                .collect(Collectors.toMap(IssueSummary::id, Function.identity(), (first, second) -> first));
    }

    private static Line line(Behind record, @Nullable HouseholdSummary household) {
        return household == null
                ? new Line(record.subjectId().toString(), "", "household/" + record.subjectId())
                : new Line(
                        household.number() + "　" + household.headName(),
                        household.place(),
                        "household/" + household.id());
    }

    /** An issue that was answered after the figure was computed stands here by its number alone. */
    private Line line(Behind record, @Nullable IssueSummary issue) {
        if (issue != null) {
            return new Line(issue.title(), issue.number(), "issue/" + issue.id());
        }
        var view = issues.view(record.subjectId());
        return new Line(view.title(), view.number(), "issue/" + view.id());
    }

    private static List<UUID> ids(List<Behind> records, SubjectType type) {
        return records.stream()
                .filter(record -> record.type() == type)
                .map(Behind::subjectId)
                .distinct()
                .toList();
    }
}
