package io.itsm4j.spring;

import io.itsm4j.Itsm;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Store;
import java.util.Optional;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Makes the entrance, {@link Itsm}, of the host's beans. Every part is replaced by declaring a bean of its type; of
 * what there may be one, two without a primary one fail the start.
 */
@AutoConfiguration
@WhenSwitchedOn
@EnableConfigurationProperties(ItsmProperties.class)
@Import({HostSurroundings.class, HostPolicies.class, HostPorts.class})
public final class ItsmAutoConfiguration {

    /** Made by Spring. */
    public ItsmAutoConfiguration() {}

    /** Keeps records in memory when nothing better is there. */
    @Bean
    @ConditionalOnMissingBean
    Store itsmStore(ItsmProperties properties) {
        switch (properties.store()) {
            case JPA ->
                throw new SetupFault(
                        "itsm.store is jpa, but there is no EntityManagerFactory bean, or itsm-jpa is not on the class"
                                + " path.",
                        "Add io.itsm4j:itsm-jpa and spring-boot-starter-data-jpa to the application, or set"
                                + " itsm.store=memory.");
            case AUTO ->
                LogFactory.getLog(ItsmAutoConfiguration.class)
                        .warn("itsm4j keeps its records in memory; they are gone when the application ends."
                                + " Set itsm.store=memory if that is meant.");
            case MEMORY -> {}
        }
        return new MemoryStore(properties.lockTimeout());
    }

    /** Handles incidents as the properties say. */
    @Bean
    @ConditionalOnMissingBean
    IncidentPolicy itsmIncidentPolicy(ItsmProperties properties) {
        return properties.incident().policy();
    }

    /** Knows nobody, so that who forgets to say who acts is refused. */
    @Bean
    @ConditionalOnMissingBean
    CurrentActor itsmCurrentActor() {
        return Optional::empty;
    }

    /** The entrance. */
    @Bean
    @ConditionalOnMissingBean
    Itsm itsm(
            ItsmProperties properties,
            Store store,
            HostSurroundings surroundings,
            HostPolicies policies,
            HostPorts ports,
            ObjectProvider<ItsmCustomizer> customizers) {
        Itsm.Builder builder =
                Itsm.builder().store(store).numberBlock(properties.numbers().blockSize());
        surroundings.to(builder, properties.attachments().limit());
        policies.to(builder);
        ports.to(builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** Sessions for whoever is acting. */
    @Bean
    @ConditionalOnMissingBean
    ItsmSessions itsmSessions(Itsm itsm, CurrentActor acting) {
        return new ItsmSessions(itsm, acting);
    }
}
