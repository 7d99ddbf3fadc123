package cn.minqing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product. */
@EnableScheduling
@SpringBootApplication
public class MinqingApplication {
    public static void main(String[] args) {
        SpringApplication.run(MinqingApplication.class, args);
    }
}
