package io.itsm4j.spring;

import io.itsm4j.journal.EventListener;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Lets the host's {@code @EventListener} methods hear what happens, unless it does not want that. */
@AutoConfiguration(before = ItsmAutoConfiguration.class)
@WhenSwitchedOn(by = "events.publish")
public final class ItsmEventsAutoConfiguration {

    /** Made by Spring. */
    public ItsmEventsAutoConfiguration() {}

    /** One listener beside those of the host; a bean of the same name takes its place. */
    @Bean
    @ConditionalOnMissingBean(name = "itsmApplicationEvents")
    EventListener itsmApplicationEvents(ApplicationEventPublisher publisher) {
        return new ApplicationEvents(publisher);
    }
}
