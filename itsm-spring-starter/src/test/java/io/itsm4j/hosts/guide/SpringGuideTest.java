package io.itsm4j.hosts.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.spring.CurrentActor;
import io.itsm4j.spring.ItsmSessions;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Notifier;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Spring Boot snippets of the guide, run on an application. */
class SpringGuideTest {

    /** Who is logged in; a host has this from its own security. */
    static final class Login {

        private Optional<String> user = Optional.empty();

        Optional<String> user() {
            return user;
        }
    }

    /** What was sent. */
    record Mails(List<String> sent) {

        void send(PersonId person, String number) {
            sent.add(person + " " + number);
        }
    }

    /** The application. */
    @SpringBootApplication
    static class Shop {

        @Bean
        Login login() {
            return new Login();
        }

        @Bean
        Mails mails() {
            return new Mails(new ArrayList<>());
        }

        // region spring-actor
        @Bean
        CurrentActor currentActor(Login login) { // who is logged in, from your own security
            return () -> login.user().map(user -> Actor.of("acme", user, Role.AGENT));
        }
        // endregion

        // region spring-notifier
        @Bean
        Notifier notifier(Mails mails) { // how people are told, by your own means
            return told -> told.people().forEach(person -> mails.send(person, told.about()));
        }
        // endregion
    }

    // region spring-service
    @Service
    static class Bookings {

        private final ItsmSessions itsm;

        Bookings(ItsmSessions itsm) {
            this.itsm = itsm;
        }

        @Transactional // your rows and ours, together or not at all
        public Ticket<Incident> reportFailure(String booking, String customer) {
            return itsm.current()
                    .incidents()
                    .open(OpenTicket.titled("Booking " + booking + " failed").requestedBy(customer));
        }
    }
    // endregion

    @Test
    void a_service_opens_an_incident_as_whoever_is_logged_in() {
        try (ConfigurableApplicationContext shop = start()) {
            shop.getBean(Login.class).user = Optional.of("bob");

            Ticket<Incident> incident = shop.getBean(Bookings.class).reportFailure("4711", "alice");

            assertThat(incident.people().openedBy()).hasToString("bob");
            Itsm itsm = shop.getBean(Itsm.class);
            assertThat(itsm.deliver(10).delivered()).isEqualTo(1);
            assertThat(shop.getBean(Mails.class).sent()).containsExactly("alice INC0000001");
        }
    }

    @Test
    void nobody_logged_in_is_refused() {
        try (ConfigurableApplicationContext shop = start()) {
            NotPermitted refused = catchThrowableOfType(
                    NotPermitted.class, () -> shop.getBean(Bookings.class).reportFailure("4711", "alice"));
            assertThat(refused.code()).isEqualTo("ACTOR_REQUIRED");

            shop.getBean(Login.class).user = Optional.of("bob");
            assertThat(shop.getBean(ItsmSessions.class).current().incidents().count(Criterion.all()))
                    .isZero();
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Shop.class, Bookings.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=jdbc:h2:mem:" + java.util.UUID.randomUUID(),
                        "--itsm.schema.initialize=create");
    }
}
