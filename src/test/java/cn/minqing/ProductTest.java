package cn.minqing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole application on embedded PostgreSQL, one context for every test that carries it. The job executor rests:
 * tests fire timers themselves.
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
public @interface ProductTest {}
