package cn.minqing.campaign;

import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What must hold between the parts of a template; what each part may be by itself says the schema. */
final class TemplateRules {
    private static final List<Phase> PHASES = List.of(Phase.MOBILIZATION, Phase.IMPLEMENTATION, Phase.ACCEPTANCE);
    /** Records of work that a template need not declare. */
    static final List<String> WORK = List.of(
            "visit.home", "visit.meeting", "visit.duty", "visit.questionnaire", "visit.labour", "duty", "meeting");

    private final CampaignTemplate template;
    private final Collection<String> rules;
    private final Predicate<String> formExists;
    private final List<Map.Entry<String, Message>> found = new ArrayList<>();

    private TemplateRules(CampaignTemplate template, Collection<String> rules, Predicate<String> formExists) {
        this.template = template;
        this.rules = rules;
        this.formExists = formExists;
    }

    static List<Map.Entry<String, Message>> faults(
            CampaignTemplate template, Collection<String> rules, Predicate<String> formExists) {
        var checks = new TemplateRules(template, rules, formExists);
        checks.all();
        return checks.found;
    }

    private void all() {
        for (var i = 0; i < PHASES.size(); i++) {
            check(
                    template.phases().get(i).phase() == PHASES.get(i),
                    "phases[" + i + "].phase",
                    "template.fault.phase",
                    PHASES.get(i));
        }
        unique("obligations", template.obligations(), CampaignTemplate.Obligation::id, "id");
        check(!template.householdObligations().isEmpty(), "obligations", "template.fault.noHouseholdObligation");
        for (var i = 0; i < template.obligations().size(); i++) {
            obligation("obligations[" + i + "]", template.obligations().get(i));
        }
        known("assignment.rule", template.assignment().rule(), rules);
        unique("issueCategories", template.issueCategories(), CampaignTemplate.Choice::code, "code");
        unique("vulnerabilities", template.vulnerabilities(), CampaignTemplate.Category::code, "code");
        unique("activities", template.activityKinds(), CampaignTemplate.ActivityKind::code, "code");
        unique("documents", template.documentsDue(), CampaignTemplate.Document::id, "id");
        unique("assessment", template.assessment(), CampaignTemplate.AssessmentItem::id, "id");
        escalation();
        ledger();
        for (var i = 0; i < template.documentsDue().size(); i++) {
            var document = template.documentsDue().get(i);
            check(!document.by().equals(document.review()), "documents[" + i + "].review", "template.fault.ownReview");
            form("documents[" + i + "].form", document.form() == null ? "" : document.form());
        }
        if (template.poll() != null) {
            form("poll.form", template.poll().form());
        }
        for (var i = 0; i < template.assessment().size(); i++) {
            check(
                    CampaignTemplates.measures(
                            template, template.assessment().get(i).measure()),
                    "assessment[" + i + "].measure",
                    "template.fault.choice",
                    String.join(" ", CampaignTemplates.measures(template)));
        }
        if (template.duty() != null && template.duty().leaderWeekday() != null) {
            check(
                    template.duty().weekdays().contains(template.duty().leaderWeekday()),
                    "duty.leaderWeekday",
                    "template.fault.leaderWeekday");
        }
    }

    private void obligation(String place, CampaignTemplate.Obligation obligation) {
        form(place + ".form", obligation.form());
        var counted = obligation.owedBy() != CampaignTemplate.Per.HOUSEHOLD;
        check(
                !counted || obligation.least() >= 1 || obligation.decision() != null,
                place + ".least",
                "template.fault.least");
        check(
                counted
                        || (obligation.count() == null
                                && obligation.countedKinds().isEmpty()),
                place + ".count",
                "template.fault.householdCount");
        check(
                obligation.leastEach() == null || obligation.count() == CampaignTemplate.Count.HOUSEHOLDS,
                place + ".leastEach",
                "template.fault.leastEach");
        var kinds = new ArrayList<>(WORK);
        template.activityKinds().forEach(kind -> kinds.add(kind.code()));
        template.documentsDue().forEach(document -> kinds.add(document.id()));
        for (var i = 0; i < obligation.countedKinds().size(); i++) {
            known(place + ".kinds[" + i + "]", obligation.countedKinds().get(i), kinds);
        }
    }

    private void escalation() {
        var above = AreaLevel.values().length;
        var levels = template.escalation().levels();
        for (var i = 0; i < levels.size(); i++) {
            var level = AreaLevel.valueOf(levels.get(i));
            check(level.ordinal() < above, "escalation.levels[" + i + "]", "template.fault.level");
            above = level.ordinal();
            var closing = template.escalation().closing().get(levels.get(i));
            check(
                    closing != null
                            && Arrays.stream(Role.values())
                                    .anyMatch(role -> role.code().equals(closing)),
                    "escalation.closing." + levels.get(i),
                    "template.fault.closing");
        }
    }

    /** Every category of issues belongs to exactly one class: each issue stands in the ledger once. */
    private void ledger() {
        if (template.ledger() == null) {
            return;
        }
        var classes = template.ledger().classes();
        unique("ledger.classes", classes, CampaignTemplate.LedgerClass::code, "code");
        var categories = template.issueCategories().stream()
                .map(CampaignTemplate.Choice::code)
                .toList();
        var placed = new HashSet<String>();
        for (var i = 0; i < classes.size(); i++) {
            var place = "ledger.classes[" + i + "].categories";
            for (var category : classes.get(i).categories()) {
                known(place, category, categories);
                check(placed.add(category), place, "template.fault.twoClasses", category);
            }
        }
        categories.stream()
                .filter(category -> !placed.contains(category))
                .forEach(category -> check(false, "ledger.classes", "template.fault.noClass", category));
    }

    private void form(String place, String id) {
        check(id.isEmpty() || formExists.test(id), place, "template.fault.form", id);
    }

    private void known(String place, String value, Collection<String> all) {
        check(all.contains(value), place, "template.fault.choice", String.join(" ", all));
    }

    private <T> void unique(String place, List<T> values, Function<T, String> key, String name) {
        var seen = new HashSet<String>();
        for (var i = 0; i < values.size(); i++) {
            var code = key.apply(values.get(i));
            check(seen.add(code), place + "[" + i + "]." + name, "template.fault.sameCode", code);
        }
    }

    private void check(boolean good, String place, String code, Object... args) {
        if (!good) {
            found.add(Map.entry(place, Message.of(code, args)));
        }
    }
}
