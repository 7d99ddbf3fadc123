package cn.minqing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.platform.RateLimits.Limit;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DisplayName("公开页面限流：所有节点合着算")
class RateLimitsTest {
    @Autowired
    RateLimits limits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName("两个节点同时来的，合起来不超过限度；过一会儿又能来")
    void nodes_share_one_count() throws Exception {
        var key = Ids.next().toString();
        var other = new RateLimits(jdbc, transactions);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var asked = IntStream.range(0, 30)
                    .mapToObj(
                            one -> pool.submit(() -> (one % 2 == 0 ? limits : other).allow(Limit.CHANGE_PER_CODE, key)))
                    .toList();
            var allowed = 0;
            for (var one : asked) {
                allowed += one.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(Limit.CHANGE_PER_CODE.times());
        }
        assertThat(other.exhausted(Limit.CHANGE_PER_CODE, key)).isTrue();
        assertThat(limits.exhausted(Limit.CHANGE_PER_CODE, key + "x")).isFalse();

        jdbc.sql("update rate_limit set at = at - interval '10 minutes'").update();
        assertThat(limits.exhausted(Limit.CHANGE_PER_CODE, key)).isFalse();
        assertThat(limits.allow(Limit.CHANGE_PER_CODE, key)).isTrue();
    }

    @Test
    @DisplayName("被问的事没有办成，次数也照算；地址和卡号不以原样保存")
    void counted_even_when_rolled_back() {
        var key = Ids.next().toString();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var time = 0; time < Limit.CHANGE_PER_CODE.times(); time++) {
                limits.allow(Limit.CHANGE_PER_CODE, key);
            }
            status.setRollbackOnly();
        });
        assertThat(limits.allow(Limit.CHANGE_PER_CODE, key)).isFalse();
        assertThat(jdbc.sql("select count(*) from rate_limit where encode(key_hash, 'escape') like ?")
                        .param("%" + key + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
