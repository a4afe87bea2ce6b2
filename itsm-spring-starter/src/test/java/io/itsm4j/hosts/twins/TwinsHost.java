package io.itsm4j.hosts.twins;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The application. */
@SpringBootApplication
@EnableJpaRepositories(basePackageClasses = TwinsHost.class)
public class TwinsHost {

    /** What this host calls a store. */
    @Bean
    String store() {
        return "the cellar";
    }

    /** What this host calls a session. */
    @Bean
    String itsmSession() {
        return "Monday, nine";
    }
}
