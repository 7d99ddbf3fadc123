package cn.minqing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product. */
@SpringBootApplication
public class MinqingApplication {
    public static void main(String[] args) {
        SpringApplication.run(MinqingApplication.class, args);
    }
}
