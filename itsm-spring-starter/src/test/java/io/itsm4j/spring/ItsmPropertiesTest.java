package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.ticket.CloseRule;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ItsmPropertiesTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ItsmAutoConfiguration.class));

    @Test
    void nothing_said_is_what_plain_java_has() {
        runner.run(host -> {
            assertThat(host.getBean(IncidentPolicy.class)).isEqualTo(IncidentPolicy.STANDARD);
            ItsmProperties properties = host.getBean(ItsmProperties.class);
            assertThat(properties.store()).isEqualTo(ItsmProperties.Storage.AUTO);
            assertThat(properties.schema().initialize()).isEqualTo(ItsmProperties.Initialize.VALIDATE);
            assertThat(properties.schema().name()).isNull();
            assertThat(properties.work().enabled()).isFalse();
            assertThat(properties.numbers().blockSize()).isEqualTo(100);
            assertThat(properties.attachments().limit().toBytes()).isEqualTo(26_214_400);
        });
    }

    @Test
    void what_is_said_about_incidents_becomes_the_policy() {
        runner.withPropertyValues(
                        "itsm.incident.reopen-window=1d",
                        "itsm.incident.auto-close-after=0",
                        "itsm.incident.remind-every=4h",
                        "itsm.incident.reminders=2",
                        "itsm.incident.auto-resolve-after=3d",
                        "itsm.incident.children=cascade",
                        "itsm.incident.cascades=resolve,hold",
                        "itsm.incident.resolve-on-clear=false",
                        "itsm.incident.flap-window=10m",
                        "itsm.incident.flap-limit=5")
                .run(host -> assertThat(host.getBean(IncidentPolicy.class))
                        .isEqualTo(new IncidentPolicy(
                                Duration.ofDays(1),
                                Duration.ZERO,
                                Duration.ofHours(4),
                                2,
                                Duration.ofDays(3),
                                CloseRule.CASCADE,
                                Set.of("resolve", "hold"),
                                false,
                                Duration.ofMinutes(10),
                                5)));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lock-timeout                | 0s      | PT0S       | more than zero
            lock-timeout                | -5s     | PT-5S      | more than zero
            work.due-every              | 0s      | PT0S       | more than zero
            work.deliver-every          | -1s     | PT-1S      | more than zero
            work.due-limit              | 0       | 0          | 1 to 10000
            work.due-limit              | 10001   | 10001      | 1 to 10000
            work.deliver-limit          | -1      | -1         | 1 to 10000
            incident.reopen-window      | -1d     | PT-24H     | zero, which means never, or more
            incident.auto-close-after   | -1h     | PT-1H      | zero, which means never, or more
            incident.remind-every       | -1h     | PT-1H      | zero, which means never, or more
            incident.auto-resolve-after | -1h     | PT-1H      | zero, which means never, or more
            incident.flap-window        | -1h     | PT-1H      | zero, which means never, or more
            incident.reminders          | -1      | -1         | 0 to 2147483647
            incident.flap-limit         | 0       | 0          | 1 to 2147483647
            incident.cascades           | close   | [close]    | resolve, hold, reopen
            numbers.block-size          | 0       | 0          | 1 to 100000
            numbers.block-size          | 100001  | 100001     | 1 to 100000
            attachments.limit           | 0B      | 0          | 1 to 9223372036854775807
            """)
    // spotless:on
    void a_value_outside_its_limits_fails_the_start_and_says_what_is_allowed(
            String property, String value, String shown, String allowed) {
        runner.withPropertyValues("itsm." + property + "=" + value)
                .run(host -> assertThat(host)
                        .getFailure()
                        .rootCause()
                        .hasMessage("itsm." + property + " is " + shown + "; allowed: " + allowed));
    }

    @Test
    void an_unknown_property_fails_the_start() {
        runner.withPropertyValues("itsm.incident.auto-close=1d")
                .run(host -> assertThat(host)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("[itsm.incident.auto-close] were left unbound"));
    }

    @ParameterizedTest
    @CsvSource({"store,file", "schema.initialize,update", "incident.children,ask"})
    void an_unknown_word_fails_the_start(String property, String value) {
        runner.withPropertyValues("itsm." + property + "=" + value)
                .run(host -> assertThat(host)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("No enum constant")
                        .hasMessageContaining(value));
    }

    @Test
    void an_unknown_word_is_answered_with_the_property_and_the_words_there_are(CapturedOutput output) {
        assertThatThrownBy(() -> Hosts.start(WorkshopHost.class, "itsm.incident.children=ask"))
                .hasStackTraceContaining("itsm.incident.children");

        assertThat(output).contains("itsm.incident.children").contains("ask").contains("BLOCK", "CASCADE", "IGNORE");
    }
}
