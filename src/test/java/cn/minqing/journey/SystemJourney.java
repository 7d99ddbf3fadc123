package cn.minqing.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A system of domain S1 to S9 from launch to acceptance, on data of its own size, through the services the pages use.
 * One application for all of them, in a JVM of its own, because they move the one clock of the engine by months; what is
 * due when the clock has moved is fired by {@link JourneyWorld#moveTo}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "minqing.engine.job-executor=false",
            "minqing.clock.movable=true",
            "minqing.database.durable=false",
            "minqing.demo=false",
            "minqing.issue.colour-sweep-first=P1D",
            "minqing.duty.sweep-first=P1D",
            "minqing.database.folder=target/test-database-${random.uuid}"
        })
@interface SystemJourney {}
