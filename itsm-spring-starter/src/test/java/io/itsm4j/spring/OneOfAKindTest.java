package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Directory;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.cmdb.ApprovedChanges;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.journal.AnchorSink;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.IdSource;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.request.RequestPolicy;
import io.itsm4j.sla.ServiceHours;
import io.itsm4j.stock.StockPolicy;
import io.itsm4j.ticket.AttachmentStore;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.Notifier;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Of most kinds of bean there may be one; of two, neither is taken by chance. */
class OneOfAKindTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ItsmAutoConfiguration.class));

    static Stream<Arguments> kinds() {
        return Stream.of(
                one(InstantSource.class, InstantSource.system()),
                one(IdSource.class, IdSource.secure()),
                one(Directory.class, Directory.none()),
                one(AccessPolicy.class, AccessPolicy.declared()),
                one(Definitions.class, Definitions.none()),
                one(EventSink.class, event -> {}),
                one(Notifier.class, notification -> {}),
                one(AnchorSink.class, anchor -> {}),
                one(AttachmentStore.class, new EntranceTest.InMap()),
                one(MeterRegistry.class, new SimpleMeterRegistry()),
                one(ObservationRegistry.class, ObservationRegistry.create()),
                one(IncidentPolicy.class, IncidentPolicy.STANDARD),
                one(ProblemPolicy.class, ProblemPolicy.STANDARD),
                one(RequestPolicy.class, RequestPolicy.STANDARD),
                one(ChangePolicy.class, ChangePolicy.STANDARD),
                one(ReleasePolicy.class, ReleasePolicy.STANDARD),
                one(CmdbPolicy.class, CmdbPolicy.STANDARD),
                one(AssetPolicy.class, AssetPolicy.STANDARD),
                one(StockPolicy.class, StockPolicy.STANDARD),
                one(PurchasePolicy.class, PurchasePolicy.STANDARD),
                one(ChangePorts.class, ChangePorts.NONE),
                one(ReleaseConfiguration.class, ReleaseConfiguration.none()),
                one(ApprovedChanges.class, ApprovedChanges.NONE),
                one(PurchasePorts.class, PurchasePorts.NONE),
                one(ServiceHours.class, ServiceHours.ofAgreements()));
    }

    private static <T> Arguments one(Class<T> type, T bean) {
        return Arguments.of(type, bean);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void two_fail_the_start_whatever_their_names(Class<T> type, T bean) {
        for (String name : namesAHostWouldGive(type)) {
            runner.withBean(name, type, () -> bean)
                    .withBean("spare", type, () -> bean)
                    .run(host -> assertThat(host)
                            .as(name)
                            .getFailure()
                            .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class)
                            .rootCause()
                            .hasMessageContaining("'" + type.getName() + "'"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void of_two_the_primary_one_is_taken(Class<T> type, T bean) {
        runner.withBean(
                        "spare",
                        type,
                        () -> {
                            throw new IllegalStateException("nobody asked for the spare one");
                        },
                        definition -> definition.setLazyInit(true))
                .withBean("chosen", type, () -> bean, definition -> definition.setPrimary(true))
                .run(host -> assertThat(host).hasSingleBean(Itsm.class));
    }

    private static String[] namesAHostWouldGive(Class<?> type) {
        String name = type.getSimpleName();
        String[] words = name.split("(?=[A-Z])", -1);
        return new String[] {
            name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
            words[words.length - 1].toLowerCase(Locale.ROOT)
        };
    }
}
