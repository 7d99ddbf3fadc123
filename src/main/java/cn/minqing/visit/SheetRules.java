package cn.minqing.visit;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.form.FormPart;
import cn.minqing.form.FormSchema;
import cn.minqing.form.Forms;
import cn.minqing.household.Households;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold for a sheet. Everything is looked at, so that the page can show every fault at once. */
@Component
class SheetRules {
    static final int MET_WITH = 64;
    static final int DIARY = 4000;
    static final int EVIDENCE = 500;
    static final int PROMISE = 200;
    static final int NOTE = 500;

    /** Yuan a year of one household; above it is a slip of the pen. */
    private static final BigDecimal INCOME_MOST = new BigDecimal("10000000");

    /** So many times as much as before is possible, but worth a second look. */
    private static final BigDecimal UNUSUAL = new BigDecimal("20");

    private static final String THIS_YEAR = "incomeThisYear.";
    private static final String PLANNED = "incomePlanned.";

    private final Forms forms;
    private final Households households;
    private final AppClock clock;

    SheetRules(Forms forms, Households households, AppClock clock) {
        this.forms = forms;
        this.households = households;
        this.clock = clock;
    }

    /**
     * What is known when a sheet is looked at.
     *
     * @param last the newest answers of the household by form
     * @param hasIssue whether an issue of the household is registered in this campaign
     */
    record Known(HouseholdFile file, CampaignView campaign, Map<String, VisitRows.Answered> last, boolean hasIssue) {}

    VisitSheet.Check check(Known known, SheetInput input) {
        var faults = new LinkedHashMap<String, Message>();
        visit(known, input, faults);
        faults.putAll(households.faults(input.memberChanges(), input.phone()));
        var unusual = new LinkedHashMap<String, Message>();
        for (var obligation : known.campaign().template().householdObligations()) {
            if (!obligation.form().isEmpty()) {
                form(known, input, obligation, faults, unusual);
            }
            if (input.obligations().containsKey(obligation.id())) {
                claim(known, input, obligation, faults);
            }
        }
        unknown(known, input, faults);
        plannedAgainstNow(known, input, unusual);
        promises(input, faults);
        unusual.keySet().removeAll(faults.keySet());
        return new VisitSheet.Check(faults, unusual);
    }

    /** Whether the form counts for its obligation: as handed in now, or complete from an earlier visit of this file. */
    boolean isComplete(Known known, SheetInput input, CampaignTemplate.Obligation obligation) {
        var given = input.answers().get(obligation.form());
        if (given != null) {
            var form = forms.get(obligation.form());
            return !form.clean(given).isEmpty() && form.validate(given).isEmpty();
        }
        var last = known.last().get(obligation.form());
        return last != null
                && last.complete()
                && last.fileId().equals(known.file().id());
    }

    private void visit(Known known, SheetInput input, Map<String, Message> faults) {
        var today = clock.today();
        var first = known.file().firstDay(known.campaign().implementationStart());
        var visitedOn = input.visitedOn();
        if (visitedOn == null) {
            faults.put("visitedOn", Message.of("visit.dateMissing"));
        } else if (visitedOn.isAfter(today)) {
            faults.put("visitedOn", Message.of("visit.future"));
        } else if (visitedOn.isBefore(first)) {
            faults.put("visitedOn", Message.of("visit.tooEarly", first));
        }
        if (input.isBlank()) {
            faults.put("metWith", Message.of("visit.nothingYet"));
        }
        text(faults, "metWith", input.metWith(), MET_WITH);
        text(faults, "diary", input.diary(), DIARY);
        if (input.nextDate() != null && input.nextDate().isBefore(today)) {
            faults.put("nextDate", Message.of("visit.nextDatePast"));
        }
    }

    private void form(
            Known known,
            SheetInput input,
            CampaignTemplate.Obligation obligation,
            Map<String, Message> faults,
            Map<String, Message> unusual) {
        var given = input.answers().get(obligation.form());
        if (given == null) {
            return;
        }
        var form = forms.get(obligation.form());
        var claimed = input.obligations().containsKey(obligation.id());
        var prefix = form.id() + ".";
        faults.putAll((claimed ? form.validate(given) : form.validatePartial(given)).under(prefix));
        income(known, form, given, THIS_YEAR, faults, unusual);
        income(known, form, given, PLANNED, faults, unusual);
    }

    private void claim(
            Known known, SheetInput input, CampaignTemplate.Obligation obligation, Map<String, Message> faults) {
        var path = "obligations." + obligation.id();
        if (known.file().met(obligation.id()).isPresent()) {
            return;
        }
        var evidence = input.obligations().get(obligation.id()).strip();
        text(faults, path, evidence, EVIDENCE);
        if (!obligation.form().isEmpty()) {
            if (!input.answers().containsKey(obligation.form()) && !isComplete(known, input, obligation)) {
                faults.put(path, Message.of("visit.formMissing", obligation.name()));
            }
        } else if (evidence.isEmpty() && !issueCounts(known, input, obligation)) {
            faults.put(
                    path,
                    obligation.issueSolved()
                            ? Message.of("visit.issueOrEvidence", obligation.name())
                            : Message.of("visit.evidenceMissing", obligation.name(), obligation.evidence()));
        }
    }

    private static boolean issueCounts(Known known, SheetInput input, CampaignTemplate.Obligation obligation) {
        return obligation.issueSolved() && (known.hasIssue() || !input.issues().isEmpty());
    }

    private static void unknown(Known known, SheetInput input, Map<String, Message> faults) {
        for (var claimed : input.obligations().keySet()) {
            if (known.campaign().template().householdObligations().stream()
                    .noneMatch(obligation -> obligation.id().equals(claimed))) {
                faults.put("obligations." + claimed, Message.of("visit.obligationUnknown"));
            }
        }
    }

    private void promises(SheetInput input, Map<String, Message> faults) {
        for (var i = 0; i < input.promises().size(); i++) {
            var promise = input.promises().get(i);
            if (promise.text().isBlank()) {
                faults.put("promises[" + i + "].text", Message.of("visit.promiseMissing"));
            }
            text(faults, "promises[" + i + "].text", promise.text(), PROMISE);
            if (promise.due() != null
                    && input.visitedOn() != null
                    && promise.due().isBefore(input.visitedOn())) {
                faults.put("promises[" + i + "].due", Message.of("visit.promisePast"));
            }
        }
    }

    /** Against what is possible at all, and against what the household said before. */
    private static void income(
            Known known,
            FormSchema form,
            Map<String, Object> given,
            String kind,
            Map<String, Message> faults,
            Map<String, Message> unusual) {
        var now = sum(form, given, kind);
        if (now.signum() == 0) {
            return;
        }
        var path = form.id() + "." + firstField(form, kind);
        if (now.compareTo(INCOME_MOST) > 0) {
            faults.putIfAbsent(path, Message.of("visit.incomeTooHigh", now, INCOME_MOST));
            return;
        }
        var last = known.last().get(form.id());
        if (last != null) {
            var before = sum(form, last.answers(), kind);
            if (before.signum() > 0 && now.compareTo(before.multiply(UNUSUAL)) > 0) {
                unusual.put(path, Message.of("visit.incomeUnusual", now, before));
            }
        }
    }

    private void plannedAgainstNow(Known known, SheetInput input, Map<String, Message> unusual) {
        var planned = BigDecimal.ZERO;
        var now = BigDecimal.ZERO;
        var path = "";
        for (var obligation : known.campaign().template().householdObligations()) {
            if (obligation.form().isEmpty()) {
                continue;
            }
            var form = forms.get(obligation.form());
            var last = known.last().get(form.id());
            var given = input.answers().get(form.id());
            var answers = given != null ? given : last != null ? last.answers() : Map.<String, Object>of();
            now = now.add(sum(form, answers, THIS_YEAR));
            var sum = sum(form, answers, PLANNED);
            if (sum.signum() > 0 && given != null) {
                path = form.id() + "." + firstField(form, PLANNED);
                planned = planned.add(sum);
            }
        }
        if (now.signum() > 0 && planned.compareTo(now.multiply(UNUSUAL)) > 0) {
            unusual.putIfAbsent(path, Message.of("visit.planUnusual", planned, now));
        }
    }

    private static BigDecimal sum(FormSchema form, Map<String, Object> answers, String kind) {
        return form.measures(answers).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String firstField(FormSchema form, String kind) {
        return form.fields().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .properties()
                        .getOrDefault("measure", "")
                        .startsWith(kind))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The measures a form asks for, answered or not. */
    static java.util.Set<String> measures(FormSchema form) {
        return form.fields().values().stream()
                .map(FormPart.Field::measure)
                .filter(measure -> !measure.isEmpty())
                .collect(java.util.stream.Collectors.toSet());
    }

    void nextAttempt(@Nullable LocalDate nextDate, CampaignView campaign, Map<String, Message> faults) {
        if (nextDate == null) {
            faults.put("nextDate", Message.of("visit.nextDateMissing"));
        } else if (!nextDate.isAfter(clock.today())) {
            faults.put("nextDate", Message.of("visit.nextDateNotAfterToday"));
        } else if (nextDate.isAfter(campaign.end())) {
            faults.put("nextDate", Message.of("visit.nextDateAfterEnd", campaign.end()));
        }
    }

    static void text(Map<String, Message> faults, String path, String text, int most) {
        if (text.strip().length() > most) {
            faults.put(path, Message.of("visit.tooLong", most));
        }
    }
}
