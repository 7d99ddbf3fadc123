package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.platform.AppClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ProductTest
@DisplayName("成块启动走访")
class KickoffTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    VisitStarter starter;

    @Autowired
    RunningVisits running;

    @Autowired
    Kickoff kickoff;

    @Autowired
    Batches batches;

    @Autowired
    Contacts contacts;

    @Autowired
    AppClock clock;

    private SmallWorld world;
    private CampaignView campaign;

    @BeforeEach
    void visits_wait_for_their_start() {
        kickoff.runPending(); // what other tests have left
        world = worlds.create();
        campaign = paths.mobilized(world);
        paths.fire(campaign.id(), "timer_implementationStarts");
        paths.planOneBatch(world, campaign.id());
        paths.fire(campaign.id(), "timer_batchStarts");
    }

    @Test
    @DisplayName("一户启动不了：只停放这一户并写明原因，其余照常启动，改好后可重试")
    void a_failing_chunk_is_halved() {
        var bad = contacts.ofCampaign(campaign.id()).get(6).id();
        var failing = with((chosen, batch, due) -> {
            starter.start(chosen, batch, due);
            if (chosen.stream().anyMatch(contact -> contact.id().equals(bad))) {
                throw new IllegalStateException("no such village");
            }
        });

        assertThat(failing.runPending()).isEqualTo(9);

        var batch = progress();
        assertThat(batch.started()).isEqualTo(9);
        assertThat(batch.failed()).isEqualTo(1);
        assertThat(cases(bad)).isZero();
        world.run(world.clerk(), () -> {
            assertThat(batches.failures(batch.id()))
                    .extracting(Batches.Failure::contactId, Batches.Failure::reason)
                    .containsExactly(tuple(bad, "no such village"));
            batches.retry(batch.id());
        });
        assertThat(kickoff.runPending()).isEqualTo(1);
        assertThat(cases(bad)).isEqualTo(1);
        assertThat(progress().failed()).isZero();
    }

    @Test
    @DisplayName("每块至多那么多户，块与块各自提交")
    void chunks_are_small() {
        var sizes = new ArrayList<Integer>();
        var counting = with((chosen, batch, due) -> {
            sizes.add(chosen.size());
            starter.start(chosen, batch, due);
        });

        assertThat(counting.runPending()).isEqualTo(10);

        assertThat(sizes).containsExactly(4, 4, 2);
    }

    @Test
    @DisplayName("数据库不通：哪一户都不算失败，留待再来")
    void the_database_is_no_fault_of_an_item() {
        var broken = with((chosen, batch, due) -> {
            throw new DataAccessResourceFailureException("down");
        });

        assertThatThrownBy(broken::runPending).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(progress().pending()).isEqualTo(10);
        assertThat(kickoff.runPending()).isEqualTo(10);
    }

    @Test
    @DisplayName("销户的户不再启动走访")
    void an_ended_contact_is_left_out() {
        contacts.end(contacts.ofCampaign(campaign.id()).getFirst().id());

        assertThat(kickoff.runPending()).isEqualTo(9);
        assertThat(progress().pending()).isZero();
    }

    private Kickoff with(VisitStarter visits) {
        return new Kickoff(jdbc, template, transactions, visits, running, clock, 4, Duration.ZERO, false);
    }

    private Batches.Progress progress() {
        return world.as(world.clerk(), () -> batches.progress(campaign.id())).getFirst();
    }

    private int cases(UUID contactId) {
        return jdbc.sql("select count(*) from work_item where subject_id = ? and state = 'OPEN'")
                .param(contactId)
                .query(Integer.class)
                .single();
    }
}
