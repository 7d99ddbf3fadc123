package cn.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.household.Households;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class SmallWorldTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    Households households;

    @Test
    void two_worlds_share_nothing() {
        var one = worlds.create();
        var other = worlds.create();

        assertThat(households.resident(one.village().code())).hasSize(10);
        assertThat(one.households()).doesNotContainAnyElementsOf(other.households());
        assertThat(one.cadres()).hasSize(6).doesNotContainAnyElementsOf(other.cadres());
    }
}
