package cn.minqing.campaign;

import cn.minqing.organization.Areas;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the plan of a campaign (活动方案, S1.1) as an office files it. */
@Service
public class PlanPaper {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Campaigns campaigns;
    private final Plans plans;
    private final Units units;
    private final Areas areas;
    private final Papers papers;
    private final AppClock clock;

    PlanPaper(Campaigns campaigns, Plans plans, Units units, Areas areas, Papers papers, AppClock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.units = units;
        this.areas = areas;
        this.papers = papers;
        this.clock = clock;
    }

    record Page(
            String title,
            String number,
            boolean draft,
            String unit,
            String date,
            String start,
            String end,
            String place,
            String units,
            List<PhaseDates> phases,
            List<String> aims,
            List<String> work,
            List<String> organization,
            List<String> discipline) {}

    record PhaseDates(String name, String from, String to) {}

    /**
     * The newest version of the plan, marked as a draft until it is approved; for whoever has to do with the campaign.
     *
     * @return a PDF
     * @throws UserError {@code forbidden}, {@code plan.none} before anything is written
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        var plan = plans.versions(campaignId).stream().findFirst().orElseThrow(() -> new UserError("plan.none"));
        var content = plan.content();
        var decided = plan.decidedAt();
        return papers.print(
                "plan",
                new Page(
                        "“" + campaign.name() + "”活动方案",
                        "",
                        plan.state() != Plans.State.APPROVED,
                        units.get(campaign.hostUnitId()).name(),
                        day(
                                decided == null
                                        ? clock.today()
                                        : decided.atZone(AppClock.ZONE).toLocalDate()),
                        day(campaign.mobilizationStart()),
                        day(campaign.end()),
                        areas.place(campaign.areaCode()),
                        content.unitIds().stream()
                                .map(units::get)
                                .map(Unit::name)
                                .collect(Collectors.joining("、")),
                        campaign.template().phases().stream()
                                .map(phase -> new PhaseDates(
                                        phase.name(),
                                        day(first(campaign, phase.phase())),
                                        day(campaign.dates().lastDayOf(phase.phase()))))
                                .toList(),
                        paragraphs(content.aims()),
                        paragraphs(content.work()),
                        paragraphs(content.organization()),
                        paragraphs(content.discipline())));
    }

    private static LocalDate first(CampaignView campaign, Phase phase) {
        return switch (phase) {
            case MOBILIZATION -> campaign.mobilizationStart();
            case IMPLEMENTATION -> campaign.implementationStart();
            case ACCEPTANCE, ARCHIVED -> campaign.acceptanceStart();
        };
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String day(LocalDate date) {
        return DATE.format(date);
    }
}
