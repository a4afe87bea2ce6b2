package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.StoreUnavailable;
import io.itsm4j.hosts.workshop.Repair;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.storage.Store;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/** Hosts that make their persistence unit themselves, or several. */
@ExtendWith(OutputCaptureExtension.class)
class OwnPersistenceUnitTest {

    private static final String HOSTS = Repair.class.getPackageName();

    @Test
    void a_unit_without_our_entities_fails_the_start_with_the_line_to_add(CapturedOutput output) {
        assertThatThrownBy(() -> start(HostsOnly.class))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining(StoreUnavailable.class.getName());

        assertThat(output)
                .contains("The persistence unit does not know the entities of itsm4j")
                .contains("factory.setPackagesToScan(\"your.package\", \"io.itsm4j.jpa\");")
                .contains("@EntityScan({\"your.package\", \"io.itsm4j.jpa\"})");
    }

    @Test
    void a_unit_with_that_line_serves() {
        try (ConfigurableApplicationContext host = start(HostsAndOurs.class)) {
            assertThat(host.getBean(Repairs.class).accept("B-KL 1").number()).isEqualTo("INC0000001");
        }
    }

    @Test
    void of_two_units_the_primary_one_is_used_with_the_transactions_that_belong_to_it() {
        try (ConfigurableApplicationContext host = start(TwoUnits.class)) {
            Repairs repairs = host.getBean(Repairs.class);
            assertThatThrownBy(() -> repairs.acceptAndFail("B-KL 2")).hasMessage("the lift is broken");
            assertThat(repairs.accept("B-KL 1").title()).isEqualTo("Repair of B-KL 1");
            assertThat(repairs.count()).isEqualTo(1);
        }
    }

    @Test
    void of_two_units_of_which_none_is_primary_none_is_guessed() {
        runner().withUserConfiguration(TwoEqualUnits.class)
                .run(host -> assertThat(host)
                        .getFailure()
                        .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class)
                        .rootCause()
                        .hasMessageContaining("EntityManagerFactory"));
    }

    @Test
    void a_unit_without_a_transaction_manager_fails_the_start() {
        runner().withUserConfiguration(HostsAndOurs.class)
                .run(host -> assertThat(host)
                        .getFailure()
                        .hasRootCauseInstanceOf(SetupFault.class)
                        .rootCause()
                        .hasMessageContaining("no transaction manager"));
    }

    @Test
    void a_transaction_manager_of_another_unit_fails_the_start() {
        runner().withUserConfiguration(HostsAndOurs.class, ManagerOfNothing.class)
                .run(host -> assertThat(host)
                        .getFailure()
                        .hasRootCauseInstanceOf(SetupFault.class)
                        .rootCause()
                        .hasMessageContaining("no transaction manager"));
    }

    @Test
    void a_store_of_the_hosts_needs_none_of_this() {
        runner().withUserConfiguration(HostsAndOurs.class, OwningStore.class)
                .withPropertyValues("itsm.schema.initialize=create")
                .run(host -> assertThat(host).getBean(Store.class).isInstanceOf(JpaStore.class));
    }

    private static ConfigurableApplicationContext start(Class<?> unit) {
        List<String> properties = new ArrayList<>();
        properties.add("itsm.schema.initialize=create");
        return Hosts.run(List.of(WorkshopHost.class, Hosts.BobActs.class, unit), properties);
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        ItsmSchemaAutoConfiguration.class,
                        ItsmJpaAutoConfiguration.class,
                        ItsmAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + Hosts.database());
    }

    private static LocalContainerEntityManagerFactoryBean unit(DataSource source, String... packages) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(source);
        factory.setPackagesToScan(packages);
        HibernateJpaVendorAdapter hibernate = new HibernateJpaVendorAdapter();
        hibernate.setGenerateDdl(true);
        factory.setJpaVendorAdapter(hibernate);
        return factory;
    }

    @Configuration(proxyBeanMethods = false)
    static class HostsOnly {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource source) {
            return unit(source, HOSTS);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class HostsAndOurs {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource source) {
            return unit(source, HOSTS, JpaStore.ENTITY_PACKAGE);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoUnits {

        @Bean
        @Primary
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource source) {
            return unit(source, HOSTS, JpaStore.ENTITY_PACKAGE);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean archive(DataSource source) {
            return unit(source, HOSTS);
        }

        @Bean
        @Primary
        PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }

        @Bean
        PlatformTransactionManager archiving(
                @org.springframework.beans.factory.annotation.Qualifier("archive") EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoEqualUnits {

        @Bean
        LocalContainerEntityManagerFactoryBean first(DataSource source) {
            return unit(source, HOSTS, JpaStore.ENTITY_PACKAGE);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean second(DataSource source) {
            return unit(source, HOSTS);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ManagerOfNothing {

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            LocalContainerEntityManagerFactoryBean other = unit(source, HOSTS);
            other.afterPropertiesSet();
            return new JpaTransactionManager(java.util.Objects.requireNonNull(other.getObject()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwningStore {

        @Bean
        Store own(EntityManagerFactory factory) {
            return JpaStore.owning(factory);
        }
    }
}
