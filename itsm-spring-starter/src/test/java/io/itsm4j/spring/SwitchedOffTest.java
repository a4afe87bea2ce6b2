package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.hosts.clinic.ClinicHost;
import io.itsm4j.hosts.clinic.Visit;
import io.itsm4j.jpa.schema.SchemaInitializer;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.ClassUtils;

/** All of it can be switched off at once, and each bean of it gives way to one of the host's. */
class SwitchedOffTest {

    private static final String OFF = "itsm.enabled=false";
    private static final List<Class<?>> OURS = ours();

    private final ApplicationContextRunner inMemory = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(OURS.toArray(Class<?>[]::new)))
            .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
            .withClassLoader(new FilteredClassLoader("io.itsm4j.jpa", "org.hibernate.tool"))
            .withPropertyValues("itsm.work.enabled=true");
    private final ApplicationContextRunner inDatabase = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TaskSchedulingAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class,
                    TransactionAutoConfiguration.class))
            .withConfiguration(AutoConfigurations.of(OURS.toArray(Class<?>[]::new)))
            .withPropertyValues(
                    "spring.datasource.url=" + Hosts.database(),
                    "itsm.schema.initialize=create",
                    "itsm.work.enabled=true");

    @Test
    void switched_off_it_leaves_no_bean_where_records_would_be_in_memory() {
        ApplicationContextRunner runner = inMemory.withUserConfiguration(Scheduling.class);
        runner.run(host -> assertThat(beans(host))
                .contains("itsm", "itsmStore", "itsmSessions", "itsmApplicationEvents", "itsmDueWorker"));

        runner.withPropertyValues(OFF).run(host -> assertThat(beans(host)).isEmpty());
    }

    @Test
    void switched_off_it_leaves_no_bean_where_records_would_be_in_the_database() {
        ApplicationContextRunner runner = inDatabase.withUserConfiguration(Scheduling.class);
        runner.run(host -> assertThat(beans(host))
                .contains(
                        "itsm",
                        "itsmStore",
                        "itsmScriptedTables",
                        "itsmSchemaInitializer",
                        "itsmSchemaCreation",
                        "itsmSchemaBeforeEntities",
                        "itsmApplicationEvents",
                        "itsmDueWorker"));

        runner.withPropertyValues(OFF).run(host -> {
            assertThat(host).hasSingleBean(EntityManagerFactory.class);
            assertThat(beans(host)).isEmpty();
        });
    }

    @Test
    void switched_off_it_adds_no_entity_and_no_table() {
        try (var host = Hosts.run(List.of(ClinicHost.class), List.of(OFF, "itsm.schema.initialize=create"))) {
            assertThat(host.getBean(EntityManagerFactory.class).getMetamodel().getEntities())
                    .extracting(entity -> entity.getJavaType().getName())
                    .containsExactly(Visit.class.getName());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "on", "yes", "TRUE"})
    void every_way_to_say_yes_is_understood(String yes) {
        inMemory.withUserConfiguration(Scheduling.class)
                .withPropertyValues("itsm.enabled=" + yes, "itsm.work.enabled=" + yes, "itsm.events.publish=" + yes)
                .run(host -> assertThat(beans(host)).contains("itsm", "itsmDueWorker", "itsmApplicationEvents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "off", "no", "FALSE"})
    void every_way_to_say_no_is_understood(String no) {
        inMemory.withPropertyValues("itsm.enabled=" + no)
                .run(host -> assertThat(beans(host)).isEmpty());
        inMemory.withPropertyValues("itsm.work.enabled=" + no, "itsm.events.publish=" + no)
                .run(host -> assertThat(beans(host))
                        .contains("itsm")
                        .doesNotContain("itsmDueWorker", "itsmApplicationEvents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"itsm.enabled", "itsm.work.enabled", "itsm.events.publish"})
    void what_is_neither_yes_nor_no_fails_the_start_and_says_what_is_allowed(String property) {
        inMemory.withPropertyValues(property + "=perhaps")
                .run(host -> assertThat(host)
                        .getFailure()
                        .rootCause()
                        .hasMessage(property + " is perhaps; allowed: true, false"));
    }

    @Test
    void every_bean_gives_way_to_one_of_the_hosts() {
        assertThat(OURS.stream()
                        .flatMap(configuration -> Arrays.stream(configuration.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Bean.class))
                        .filter(method -> !method.isAnnotationPresent(ConditionalOnMissingBean.class))
                        .map(Method::toString))
                .isEmpty();
    }

    @Test
    void what_has_no_type_of_the_hosts_gives_way_to_a_bean_of_its_name() {
        inDatabase
                .withUserConfiguration(Scheduling.class, Own.class)
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=none")
                .run(host -> {
                    assertThat(host).hasNotFailed();
                    for (String name : Own.NAMES) {
                        assertThat(host.getBean(name)).as(name).hasToString("mine: " + name);
                    }
                    assertThat(host).doesNotHaveBean(DueWorker.class).doesNotHaveBean(SchemaCreation.class);
                });
    }

    private static List<Class<?>> ours() {
        return ImportCandidates.load(AutoConfiguration.class, SwitchedOffTest.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name -> name.startsWith("io.itsm4j."))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, SwitchedOffTest.class.getClassLoader()))
                .toList();
    }

    /** Of ours is what is made by a class of ours, and what is a class of ours; this test's own aside. */
    private static List<String> beans(AssertableApplicationContext host) {
        ConfigurableListableBeanFactory factory =
                host.getSourceApplicationContext().getBeanFactory();
        return Arrays.stream(factory.getBeanDefinitionNames())
                .filter(name -> !name.toLowerCase(Locale.ROOT).contains("switchedofftest"))
                .filter(name -> (name + factory.getBeanDefinition(name))
                        .replace('/', '.')
                        .contains("io.itsm4j."))
                .toList();
    }

    /** Takes the place of all that has no type of its own. */
    @Configuration(proxyBeanMethods = false)
    static class Own {

        private static final List<String> NAMES = List.of(
                "itsmApplicationEvents",
                "itsmDueWorker",
                "itsmScriptedTables",
                "itsmSchemaCreation",
                "itsmSchemaBeforeEntities");

        @Bean
        String itsmApplicationEvents() {
            return mine("itsmApplicationEvents");
        }

        @Bean
        String itsmDueWorker() {
            return mine("itsmDueWorker");
        }

        @Bean
        String itsmScriptedTables() {
            return mine("itsmScriptedTables");
        }

        @Bean
        String itsmSchemaCreation(SchemaInitializer initializer) {
            initializer.apply();
            return mine("itsmSchemaCreation");
        }

        @Bean
        String itsmSchemaBeforeEntities() {
            return mine("itsmSchemaBeforeEntities");
        }

        private static String mine(String name) {
            return "mine: " + name;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}
}
