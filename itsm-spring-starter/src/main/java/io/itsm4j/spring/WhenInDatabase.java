package io.itsm4j.spring;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Matches unless records are to be kept in memory. */
final class WhenInDatabase extends AnyNestedCondition {

    WhenInDatabase() {
        super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty(prefix = ItsmProperties.PREFIX, name = "store", havingValue = "auto", matchIfMissing = true)
    static final class Auto {}

    @ConditionalOnProperty(prefix = ItsmProperties.PREFIX, name = "store", havingValue = "jpa")
    static final class Jpa {}
}
