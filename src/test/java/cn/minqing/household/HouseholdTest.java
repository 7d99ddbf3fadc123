package cn.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.platform.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdTest {
    private static final LocalDate TODAY = LocalDate.of(2013, 1, 21);
    private static final Instant NOW = Instant.parse("2013-01-21T02:00:00Z");
    private static final UUID CADRE = UUID.randomUUID();

    private final Household household = new Household(
            new NewHousehold(
                    "611002101201001",
                    "7",
                    "单长山",
                    "13800001234",
                    List.of(
                            new MemberInput("单长山", Relation.HEAD, Sex.MALE, 1960),
                            new MemberInput("乐秀英", Relation.SPOUSE, Sex.FEMALE, 1962)),
                    Set.of("poor-household")),
            null,
            NOW,
            TODAY);

    @Test
    void a_correction_is_a_new_entry_of_the_same_member() {
        var spouse = household.members().getLast();

        household.change(
                MemberChange.correct(spouse.memberId(), new MemberInput("乐秀英", Relation.SPOUSE, Sex.FEMALE, 1963)),
                CADRE,
                NOW);

        assertThat(household.members()).hasSize(2);
        assertThat(household.member(spouse.memberId()).toInput().birthYear()).isEqualTo(1963);
        assertThat(spouse.isCurrent()).isFalse();
        assertThat(spouse.toInput().birthYear()).isEqualTo(1962);
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        var spouse = household.members().getLast();
        household.change(MemberChange.correct(spouse.memberId(), spouse.toInput()), CADRE, NOW);
        assertThat(spouse.isCurrent()).isTrue();
    }

    @Test
    void members_come_and_go() {
        household.change(MemberChange.add(new MemberInput("单小雨", Relation.DAUGHTER, Sex.FEMALE, 2001)), CADRE, NOW);
        household.change(MemberChange.remove(household.members().get(1).memberId(), "去世"), CADRE, NOW);
        assertThat(household.members())
                .extracting(entry -> entry.toInput().name())
                .containsExactly("单长山", "单小雨");
    }

    @Test
    void a_new_head_gives_the_household_its_name() {
        var head = household.members().getFirst();
        household.change(
                MemberChange.correct(head.memberId(), new MemberInput("单大山", Relation.HEAD, Sex.MALE, 1960)),
                CADRE,
                NOW);
        assertThat(household.headName()).isEqualTo("单大山");
    }

    @Test
    void nobody_is_corrected_who_was_removed_in_the_meantime() {
        assertThatThrownBy(() -> household.change(
                        MemberChange.correct(
                                UUID.randomUUID(),
                                household.members().getFirst().toInput()),
                        CADRE,
                        NOW))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("household.member.gone"));
    }

    @Test
    void a_household_struck_off_stays_as_it_is() {
        household.strikeOff("MOVED_AWAY", TODAY);
        assertThatThrownBy(() -> household.confirmMembers(CADRE, TODAY)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> household.strikeOff("DECEASED", TODAY)).isInstanceOf(UserError.class);
        assertThat(household.struckOffReason()).isEqualTo("MOVED_AWAY");
    }

    @Test
    void vulnerable_groups_the_survey_did_not_ask_for_stay() {
        household.setVulnerabilities(
                List.of("left-behind-children", "poor-party-member"), List.of("left-behind-children"), CADRE, TODAY);
        assertThat(household.vulnerabilities()).containsExactly("left-behind-children", "poor-household");

        household.setVulnerabilities(List.of("poor-household"), List.of(), CADRE, TODAY);
        assertThat(household.vulnerabilities()).containsExactly("left-behind-children");
    }

    @ParameterizedTest
    @CsvSource({"单大山,sds", "张秋生,zqs", "欧阳明,oym", "仇 红,qh", "Ann,ann"})
    void names_are_found_by_their_pinyin_initials(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002X,true", "110105194912310021,false", "1101051949123100,false", "abc,false"})
    void identity_numbers_have_a_check_digit(String number, boolean right) {
        var faults = MemberRules.faults(new MemberInput("甲", Relation.HEAD, null, null, number, "", "", false), 2013);
        assertThat(faults.isEmpty()).isEqualTo(right);
    }

    @Test
    void masks_cover_more_the_farther_somebody_is() {
        assertThat(Mask.phone("13800001234", Masking.NONE)).isEqualTo("13800001234");
        assertThat(Mask.phone("13800001234", Masking.PARTIAL)).isEqualTo("138****1234");
        assertThat(Mask.phone("13800001234", Masking.FULL)).isEqualTo("●●");
        assertThat(Mask.idNumber("11010519491231002X", Masking.PARTIAL)).isEqualTo("110105**********2X");
        assertThat(Mask.words("高血压", Masking.PARTIAL)).isEqualTo("●●");
        assertThat(Mask.words("", Masking.FULL)).isEmpty();
        assertThat(Mask.name("单长山", Masking.PARTIAL)).isEqualTo("单长山");
        assertThat(Mask.name("单长山", Masking.FULL)).isEqualTo("单某某");
    }
}
