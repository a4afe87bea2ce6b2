package io.itsm4j.spring;

import io.itsm4j.jpa.JpaStore;
import io.itsm4j.storage.Store;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps records in the host's database, in the host's transactions. Of several persistence units the primary one is
 * used; a host that wants another, or none, declares a {@link Store} bean.
 */
@AutoConfiguration(
        before = ItsmAutoConfiguration.class,
        afterName = {BootNames.HIBERNATE_4, BootNames.HIBERNATE_3})
@WhenSwitchedOn
@ConditionalOnClass({JpaStore.class, EntityManagerFactory.class, JpaTransactionManager.class})
@ConditionalOnBean(EntityManagerFactory.class)
@Conditional(WhenInDatabase.class)
@EnableConfigurationProperties(ItsmProperties.class)
public final class ItsmJpaAutoConfiguration {

    /** Made by Spring. */
    public ItsmJpaAutoConfiguration() {}

    /** The store; it waits for the tables, where they are made here. */
    @Bean
    @ConditionalOnMissingBean
    Store itsmStore(
            EntityManagerFactory entityManagerFactory,
            ObjectProvider<PlatformTransactionManager> managers,
            BeanFactory beans,
            ItsmProperties properties) {
        if (beans.containsBean(ItsmSchemaAutoConfiguration.CREATION)) {
            beans.getBean(ItsmSchemaAutoConfiguration.CREATION);
        }
        SpringTransactions transactions =
                new SpringTransactions(entityManagerFactory, manager(entityManagerFactory, managers));
        JpaStore store = JpaStore.joining(transactions::entities, transactions, entityManagerFactory)
                .waitingForLocks(properties.lockTimeout());
        if (properties.schema().initialize() == ItsmProperties.Initialize.NONE) {
            store.withoutSchemaCheck();
        }
        return new SpringStore(store);
    }

    /** The one of this persistence unit; else the only or primary one, unless it is of another unit. */
    private static PlatformTransactionManager manager(
            EntityManagerFactory factory, ObjectProvider<PlatformTransactionManager> managers) {
        List<PlatformTransactionManager> its = managers.stream()
                .filter(manager -> manager instanceof JpaTransactionManager jpa
                        && Objects.equals(jpa.getEntityManagerFactory(), factory))
                .toList();
        PlatformTransactionManager any = managers.getIfUnique();
        if (any != null && (its.contains(any) || !(any instanceof JpaTransactionManager))) {
            return any;
        }
        if (its.size() == 1) {
            return its.get(0);
        }
        throw new SetupFault(
                "itsm4j found no transaction manager, or no single one, for the persistence unit it keeps its records"
                        + " in.",
                "Declare a JpaTransactionManager bean with that EntityManagerFactory, or a"
                        + " io.itsm4j.storage.Store bean of your own; or set itsm.store=memory.");
    }
}
