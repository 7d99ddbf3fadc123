package cn.minqing.process.householdvisit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.minqing.ProductTest;
import cn.minqing.campaign.Contact;
import cn.minqing.platform.Ids;
import cn.minqing.visit.VisitWorld;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("分批启动走访")
class VisitStartTest {
    private static final int CHUNK = 100;

    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("一百户一起启动：一百个任务，语句条数不随户数成倍增加")
    void a_chunk_needs_as_many_statements_as_a_handful() {
        var world = tools.create();
        var few = contacts(world, 5);
        var many = contacts(world, CHUNK);
        world.start(contacts(world, 1), Ids.next()); // what is read once and then cached

        var forFew = statementsOf(() -> world.start(few, Ids.next()));
        var forMany = statementsOf(() -> world.start(many, Ids.next()));

        assertThat(forFew.size()).isLessThan(25);
        // The engine sends its inserts in batches of fifty rows, so twice as many for a hundred; never one for each.
        assertThat(forMany.size()).isLessThan(2 * forFew.size() + 5);
        var ids = many.stream().map(contact -> contact.id().toString()).toArray(String[]::new);
        assertThat(count("""
                select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = any(?)
                """, ids)).isEqualTo(CHUNK);
        assertThat(count("""
                select count(*) from work_item where business_key = any(?) and state = 'OPEN' and subject like '住户%'
                  and element = 'userTask_visitHousehold' and place like '%一组'
                """, ids)).isEqualTo(CHUNK);
    }

    private static List<Contact> contacts(VisitWorld world, int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> world.contact(world.cadre, false))
                .toList();
    }

    private int count(String sql, String[] ids) {
        return jdbc.sql(sql).param(ids).query(Integer.class).single();
    }

    /** What is sent to the database, as engine and Spring log it. */
    private static List<String> statementsOf(Runnable action) {
        var engine = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.impl.persistence.entity");
        var spring = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        var loggers = List.of(engine, spring);
        var before = loggers.stream().map(Logger::getLevel).toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(appender);
        });
        try {
            action.run();
        } finally {
            for (var i = 0; i < loggers.size(); i++) {
                loggers.get(i).setLevel(before.get(i));
                loggers.get(i).setAdditive(true);
                loggers.get(i).detachAppender(appender);
            }
        }
        return appender.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("Preparing:")
                        || message.startsWith("Executing prepared SQL")
                        || message.startsWith("Executing SQL"))
                .toList();
    }
}
