package cn.minqing.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The product as it is started by hand: demo world, job executor, browser. Runs in a JVM of its own, because it moves
 * the one clock of the engine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "minqing.database.durable=false",
            "minqing.demo=true",
            "minqing.database.folder=target/test-database-${random.uuid}"
        })
@interface JourneyTest {}
