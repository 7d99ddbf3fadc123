package cn.minqing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DisplayName("改过的日子")
class WorkdayOverridesTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 15);

    @Autowired
    WorkdayOverrides overrides;

    @Autowired
    Workdays workdays;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @DisplayName("别的节点改了日历，本节点看到版本变了就跟着改")
    void another_node_changes_a_day() {
        var administrator = worlds.create().administrator();
        try {
            jdbc.sql("""
                    insert into workday_override (date, workday, name, source, changed_by, changed_at)
                    values (?, false, '停工', '通知', ?, now())
                    """).params(java.sql.Date.valueOf(DAY), administrator.id()).update();
            assertThat(workdays.isWorkday(DAY)).isTrue();
            jdbc.sql("update workday_calendar set version = version + 1").update();
            overrides.follow();
            assertThat(workdays.isWorkday(DAY)).isFalse();
            assertThat(workdays.name(DAY)).isEqualTo("停工");
        } finally {
            overrides.clear(DAY);
        }
        assertThat(workdays.isWorkday(DAY)).isTrue();
    }

    @Test
    @DisplayName("改到一半失败的，日历还是原来的")
    void a_failed_change_leaves_no_trace() {
        var administrator = worlds.create().administrator();
        transaction.executeWithoutResult(status -> {
            overrides.set(DAY, false, "停工", "通知", administrator.id());
            assertThat(workdays.isWorkday(DAY)).isFalse();
            status.setRollbackOnly();
        });
        assertThat(workdays.isWorkday(DAY)).isTrue();
    }
}
