package org.dueregard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DueRegardApplication {

    public static void main(String[] args) {
        SpringApplication.run(DueRegardApplication.class, args);
    }
}
