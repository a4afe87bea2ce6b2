package io.itsm4j.spring;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts whole applications, each on an empty database of its own. */
final class Hosts {

    static final Actor BOB = Actor.of("acme", "bob", Role.AGENT);

    private Hosts() {}

    /** Somebody acts. */
    @Configuration(proxyBeanMethods = false)
    static class BobActs {

        @Bean
        CurrentActor bob() {
            return () -> Optional.of(BOB);
        }
    }

    /** An application whose tables are made by the scripts. */
    static ConfigurableApplicationContext start(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add(0, "itsm.schema.initialize=create");
        return run(List.of(application, BobActs.class), all);
    }

    /** An application as its properties say. */
    static ConfigurableApplicationContext run(List<Class<?>> sources, List<String> properties) {
        List<String> arguments = new ArrayList<>();
        if (properties.stream().noneMatch(property -> property.startsWith("spring.datasource.url="))) {
            arguments.add("--spring.datasource.url=" + database());
        }
        properties.forEach(property -> arguments.add("--" + property));
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    /** A database nobody else uses, which lives until its last connection is closed. */
    static String database() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }
}
