package cn.minqing.process.dutyswap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.duty.Duty;
import cn.minqing.duty.DutyWorld;
import cn.minqing.duty.Rosters;
import cn.minqing.duty.Swaps;
import cn.minqing.organization.Person;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.Reminders;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("换班")
class DutySwapProcessTest {
    @Autowired
    DutyWorld.Tools tools;

    @Autowired
    Swaps swaps;

    @Autowired
    Rosters rosters;

    @Autowired
    Reminders reminders;

    @Test
    @DisplayName("对方同意：两人的班互换，提出的人知道换好了")
    void accepted() {
        var world = tools.published();
        var mine = world.turn(DutyWorld.TUESDAY);
        var me = world.person(mine.personId());
        var theirs = otherTurn(world, mine);
        var other = world.person(theirs.personId());
        assertThatThrownBy(() -> world.people.run(other, () -> swaps.ask(mine.id(), other.id(), null, "")))
                .isInstanceOf(UserError.class);

        var swap = world.people.as(me, () -> swaps.ask(mine.id(), other.id(), theirs.id(), "周二要开会"));
        assertThatThrownBy(() -> world.people.run(me, () -> swaps.ask(mine.id(), other.id(), null, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("duty.swap.asked"));
        answer(world, other, swap, true);

        assertThat(world.turn(mine.day()).personId()).isEqualTo(other.id());
        assertThat(world.turn(theirs.day()).personId()).isEqualTo(me.id());
        assertThat(told(world, me, mine)).isEqualTo("duty.swapped");
    }

    @Test
    @DisplayName("请人代班，对方不同意：按原来的班，提出的人知道")
    void refused() {
        var world = tools.published();
        var mine = world.turn(DutyWorld.TUESDAY);
        var me = world.person(mine.personId());
        var other = world.person(otherTurn(world, mine).personId());
        var swap = world.people.as(me, () -> swaps.ask(mine.id(), other.id(), null, ""));

        answer(world, other, swap, false);

        assertThat(world.turn(mine.day()).personId()).isEqualTo(me.id());
        assertThat(told(world, me, mine)).isEqualTo("duty.swapRefused");
    }

    @Test
    @DisplayName("到值班日前一天没有答复：按原来的班，提出的人知道")
    void nobody_answers() {
        var world = tools.published();
        var mine = world.turn(DutyWorld.TUESDAY.plusWeeks(1));
        var me = world.person(mine.personId());
        var other = world.person(otherTurn(world, mine).personId());
        var swap = world.people.as(me, () -> swaps.ask(mine.id(), other.id(), null, ""));

        world.fire(swap, "timer_swapLapsed");

        assertThat(world.running(swap)).isFalse();
        assertThat(world.turn(mine.day()).personId()).isEqualTo(me.id());
        assertThat(told(world, me, mine)).isEqualTo("duty.swapLapsed");
    }

    @Test
    @DisplayName("答复前班已被改派：请求失效，什么也不换")
    void changed_meanwhile() {
        var world = tools.published();
        var mine = world.turn(DutyWorld.TUESDAY);
        var me = world.person(mine.personId());
        var other = world.person(otherTurn(world, mine).personId());
        var swap = world.people.as(me, () -> swaps.ask(mine.id(), other.id(), null, ""));
        var third = world.people.as(world.people.clerk(), () -> rosters.candidates(mine.id())).stream()
                .map(Rosters.Sitter::personId)
                .filter(person -> !person.equals(other.id()))
                .findFirst()
                .orElseThrow();
        world.people.run(world.people.clerk(), () -> rosters.change(mine.id(), me.id(), third));

        var item = world.item(other, swap, Swaps.ANSWER);
        assertThat(world.people.as(other, () -> swaps.answer(item.id(), true, "好")))
                .isFalse();

        assertThat(world.turn(mine.day()).personId()).isEqualTo(third);
        assertThat(world.running(swap)).isFalse();
    }

    private static Duty otherTurn(DutyWorld world, Duty mine) {
        return world.turns(world.people.clerk()).stream()
                .filter(duty -> !duty.leader() && duty.day().isAfter(mine.day()))
                .filter(duty -> !duty.personId().equals(mine.personId()))
                .findFirst()
                .orElseThrow();
    }

    private void answer(DutyWorld world, Person person, UUID swap, boolean yes) {
        var item = world.item(person, swap, Swaps.ANSWER);
        world.people.run(person, () -> swaps.answer(item.id(), yes, ""));
        assertThat(world.running(swap)).isFalse();
    }

    private String told(DutyWorld world, Person person, Duty duty) {
        return world.people.as(person, () -> reminders.mine(10)).stream()
                .filter(one -> one.subjectId().equals(duty.id()))
                .map(Reminders.Reminder::reason)
                .findFirst()
                .orElse("");
    }
}
