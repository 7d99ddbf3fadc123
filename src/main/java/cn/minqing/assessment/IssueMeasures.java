package cn.minqing.assessment;

import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Figures.IssueCounts;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.IssueSummary;
import cn.minqing.issue.Issues;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures of what residents raised: that it is answered, that they are satisfied, that a thing does not occur. */
@Configuration(proxyBeanMethods = false)
class IssueMeasures {
    private final Issues issues;

    IssueMeasures(Issues issues) {
        this.issues = issues;
    }

    private interface Listing {
        List<IssueSummary> of(UUID campaignId, @Nullable UUID unitId);
    }

    @Bean
    Measure answeredMeasure() {
        return new Share("answered", IssueCounts::answered, IssueCounts::registered, issues::unanswered);
    }

    @Bean
    Measure satisfactionMeasure() {
        return new Share("satisfaction", IssueCounts::satisfied, IssueCounts::asked, issues::unsatisfied);
    }

    /** {@code zero:<category>,…}: issues of these categories, none of which should be left unsettled (S8.8 五零). */
    @Bean
    Measure zeroMeasure() {
        return new Measure() {
            @Override
            public String name() {
                return "zero";
            }

            @Override
            public Measured of(CampaignView campaign, String argument, Collected collected) {
                var categories = Set.of(argument.split(","));
                var units = collected.units().stream().map(UnitFigures::unitId).toList();
                var occurred = units.stream()
                        .flatMap(unit -> behind(
                                issues.unsettled(campaign.id(), unit).stream()
                                        .filter(issue -> categories.contains(issue.category()))
                                        .toList(),
                                unit)
                                .stream())
                        .toList();
                return Measured.none(units, occurred);
            }
        };
    }

    private static List<Behind> behind(List<IssueSummary> found, UUID unitId) {
        return found.stream()
                .map(issue -> new Behind(SubjectType.ISSUE, issue.id(), unitId))
                .toList();
    }

    private record Share(
            String name, ToIntFunction<IssueCounts> numerator, ToIntFunction<IssueCounts> denominator, Listing missing)
            implements Measure {
        @Override
        public Measured of(CampaignView campaign, String argument, Collected collected) {
            var units = new HashMap<UUID, Part>();
            for (var unit : collected.units()) {
                var counts = unit.figures().issues();
                units.put(
                        unit.unitId(),
                        Part.share(
                                numerator.applyAsInt(counts),
                                denominator.applyAsInt(counts),
                                behind(missing.of(campaign.id(), unit.unitId()), unit.unitId())));
            }
            var counts = collected.whole().issues();
            return new Measured(
                    Part.share(numerator.applyAsInt(counts), denominator.applyAsInt(counts), List.of()), units);
        }
    }
}
