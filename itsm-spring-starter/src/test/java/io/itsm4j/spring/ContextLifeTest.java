package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.ticket.ItsmMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contexts that come and go, have children, or are lazy. */
class ContextLifeTest {

    private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();

    @Test
    void a_context_that_starts_again_goes_on_where_the_first_ended() {
        String database = "spring.datasource.url=" + Hosts.database() + ";DB_CLOSE_DELAY=-1";
        for (int start = 1; start <= 2; start++) {
            try (ConfigurableApplicationContext host = Hosts.run(
                    List.of(WorkshopHost.class, Hosts.BobActs.class, OneRegistry.class),
                    List.of(database, "itsm.schema.initialize=create", "itsm.numbers.block-size=1"))) {
                assertThat(host.getBean(Repairs.class).open("B-KL 1").number()).isEqualTo("INC000000" + start);
            }
        }
        assertThat(REGISTRY.get(ItsmMeters.COMMANDS.meter()).timers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.count()).isEqualTo(2));
    }

    @Test
    void a_lazy_context_works() {
        try (ConfigurableApplicationContext host =
                Hosts.start(WorkshopHost.class, "spring.main.lazy-initialization=true")) {
            host.getBean(Repairs.class).accept("B-KL 1");
            assertThat(host.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from itsm_ticket", Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_child_context_uses_what_its_parent_has() {
        ApplicationContextRunner runner =
                new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ItsmAutoConfiguration.class));
        runner.run(parent -> runner.withParent(parent).run(child -> {
            assertThat(child.getBean(Itsm.class)).isSameAs(parent.getBean(Itsm.class));
            assertThat(child.getBeanFactory().containsLocalBean("itsm")).isFalse();
            assertThat(child.getBeanFactory().containsLocalBean("itsmStore")).isFalse();
        }));
    }

    @Test
    void a_host_without_jpa_keeps_its_tickets_in_memory() {
        try (ConfigurableApplicationContext host = new SpringApplicationBuilder(WithoutJpa.class, Hosts.BobActs.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run("--itsm.store=memory")) {
            assertThat(host.getBean(ItsmSessions.class).current().actor()).isEqualTo(Hosts.BOB);
        }
    }

    @Test
    void a_context_can_be_prepared_ahead_of_time() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.registerBean(BobActsToo.class);
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean(ItsmAutoConfiguration.class);
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation =
                new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(ContextLifeTest.class)), files);

        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();

        assertThat(files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet())
                .anyMatch(name -> name.contains("ItsmAutoConfiguration"));
    }

    /** Somebody acts. */
    @Configuration(proxyBeanMethods = false)
    static class BobActsToo {

        @Bean
        CurrentActor bobToo() {
            return () -> java.util.Optional.of(Hosts.BOB);
        }
    }

    /** One registry for all applications of this class. */
    @Configuration(proxyBeanMethods = false)
    static class OneRegistry {

        @Bean(destroyMethod = "")
        MeterRegistry registry() {
            return REGISTRY;
        }
    }

    /** An application that has no database. */
    @Configuration(proxyBeanMethods = false)
    @org.springframework.boot.autoconfigure.ImportAutoConfiguration({
        ItsmEntitiesAutoConfiguration.class,
        ItsmHibernateAutoConfiguration.class,
        ItsmSchemaAutoConfiguration.class,
        ItsmJpaAutoConfiguration.class,
        ItsmAutoConfiguration.class
    })
    static class WithoutJpa {}
}
