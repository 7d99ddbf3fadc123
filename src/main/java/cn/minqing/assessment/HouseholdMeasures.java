package cn.minqing.assessment;

import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.visit.Visits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures of visits and files, each behind it the households it misses. */
@Configuration(proxyBeanMethods = false)
class HouseholdMeasures {
    private final Visits visits;
    private final Contacts contacts;

    HouseholdMeasures(Visits visits, Contacts contacts) {
        this.visits = visits;
        this.contacts = contacts;
    }

    @Bean
    Measure coverageMeasure() {
        return new OfHouseholds("coverage", Figures::visited, Figures::households, visits::contactsNotVisited);
    }

    @Bean
    Measure filesMeasure() {
        return new OfHouseholds("files", Figures::filesComplete, Figures::households, visits::contactsWithoutFile);
    }

    @Bean
    Measure obligationsMeasure() {
        return new OfHouseholds(
                "obligations", Figures::obligationsMet, Figures::obligationsDue, visits::contactsWithoutFile);
    }

    private final class OfHouseholds implements Measure {
        private final String name;
        private final ToIntFunction<Figures> numerator;
        private final ToIntFunction<Figures> denominator;
        private final Function<UUID, List<UUID>> missing;

        OfHouseholds(
                String name,
                ToIntFunction<Figures> numerator,
                ToIntFunction<Figures> denominator,
                Function<UUID, List<UUID>> missing) {
            this.name = name;
            this.numerator = numerator;
            this.denominator = denominator;
            this.missing = missing;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Measured of(CampaignView campaign, String argument, Collected collected) {
            var wanted = new HashSet<>(missing.apply(campaign.id()));
            var against = contacts.ofCampaign(campaign.id()).stream()
                    .filter(contact -> wanted.contains(contact.id()))
                    .collect(Collectors.groupingBy(
                            Contact::unitId,
                            Collectors.mapping(
                                    contact ->
                                            new Behind(SubjectType.HOUSEHOLD, contact.householdId(), contact.unitId()),
                                    Collectors.toList())));
            var units = new HashMap<UUID, Part>();
            for (var unit : collected.units()) {
                units.put(
                        unit.unitId(),
                        Part.share(
                                numerator.applyAsInt(unit.figures()),
                                denominator.applyAsInt(unit.figures()),
                                against.getOrDefault(unit.unitId(), List.of())));
            }
            var whole = Part.share(
                    numerator.applyAsInt(collected.whole()), denominator.applyAsInt(collected.whole()), List.of());
            return new Measured(whole, units);
        }
    }
}
