package cn.minqing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("应用时钟")
class AppClockTest {
    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("往前拨，领域和引擎一起走，并存进数据库")
    void domain_and_engine_move_together() {
        var before = clock.now();

        clock.moveTo(before.plus(Duration.ofHours(3)));

        assertThat(clock.now()).isAfter(before.plus(Duration.ofHours(3)).minusSeconds(1));
        assertThat(Duration.between(clock.now(), ClockUtil.getCurrentTime().toInstant())
                        .abs())
                .isLessThan(Duration.ofSeconds(5));
        assertThat(jdbc.sql("select offset_millis from app_clock")
                        .query(Long.class)
                        .single())
                .isNotZero();
    }

    @Test
    @DisplayName("不能往回拨")
    void the_clock_never_goes_back() {
        assertThatThrownBy(() -> clock.moveTo(clock.now().minus(Duration.ofMinutes(5))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("clock.backward"));
    }

    @Test
    @DisplayName("不是演示时不能拨")
    void outside_the_demo_the_clock_is_fixed() {
        var fixed = new AppClock(jdbc, false);
        assertThatThrownBy(() -> fixed.moveTo(fixed.now().plusSeconds(60)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("clock.fixed"));
    }
}
