package io.itsm4j.spring;

import io.itsm4j.jpa.JpaStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * Adds our entities to the persistence unit that Boot makes, whether or not the host scans with {@code @EntityScan}. A
 * host that makes its own adds {@link JpaStore#ENTITY_PACKAGE} there.
 */
@AutoConfiguration(beforeName = {BootNames.HIBERNATE_4, BootNames.HIBERNATE_3})
@WhenSwitchedOn
@ConditionalOnClass(JpaStore.class)
@Conditional(WhenInDatabase.class)
@Import(EntityPackages.class)
public final class ItsmEntitiesAutoConfiguration {

    /** Made by Spring. */
    public ItsmEntitiesAutoConfiguration() {}
}
