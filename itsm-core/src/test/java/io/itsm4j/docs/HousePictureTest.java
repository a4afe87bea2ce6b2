package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.itsm4j.Itsm;
import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.docs.HousePicture.Floor;
import io.itsm4j.docs.HousePicture.Station;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketType;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HousePictureTest {

    private static final Path FILE = Guide.ROOT.resolve("docs/architecture.svg");

    @Test
    void the_picture_is_what_its_stations_say() {
        String picture = HousePicture.svg();
        if (Guide.WRITE) {
            Guide.write(FILE, picture);
        }
        assertThat(Files.exists(FILE) ? Guide.read(FILE) : "")
                .as("docs/architecture.svg. %s", Guide.REMEDY)
                .isEqualTo(picture);
    }

    @Test
    void every_package_is_a_floor_and_every_floor_a_package() {
        Set<String> packages = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.itsm4j").stream()
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        assertThat(HousePicture.FLOORS.stream().filter(Floor::isPackage).map(Floor::name))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void every_station_is_a_method_that_exists() throws ClassNotFoundException {
        for (Station station : HousePicture.WAY) {
            if (!station.type().isEmpty()) {
                assertThat(Class.forName(station.type()).getDeclaredMethods())
                        .extracting(Method::getName)
                        .contains(station.method());
            }
        }
    }

    @Test
    void a_command_passes_the_stations_in_the_order_of_the_picture() {
        Trace trace = new Trace();
        TicketType<Parcel> parcels = parcels(trace);
        Itsm itsm = Itsm.builder()
                .store(trace.listening(new MemoryStore()))
                .directory(trace.directory())
                .policy(trace.policy(AccessPolicy.declared()))
                .listener(event -> trace.hear("listener"))
                .sink(event -> {})
                .type(parcels)
                .build();
        var tickets = itsm.as(Actor.of("acme", "bob", Role.AGENT)).tickets(parcels);
        var parcel = tickets.open(OpenTicket.titled("A parcel"));

        trace.forget();
        tickets.with(CommandOptions.key("once")).act(parcel.id(), DELIVER, new Trace.Watched("door"), draft -> {
            trace.hear("effect");
            draft.details(new Parcel("door"));
        });

        List<Station> probed = HousePicture.WAY.stream()
                .filter(station -> !station.heard().isEmpty())
                .toList();
        assertThat(trace.heard())
                .containsExactlyElementsOf(probed.stream().map(Station::heard).toList());
        for (int i = 0; i < probed.size(); i++) {
            Station station = probed.get(i);
            assertThat(trace.behind(i))
                    .as("who was at work when %s was heard", station.heard())
                    .contains(station.type() + "." + station.method());
        }
    }

    record Parcel(String left) {}

    private static final Action DELIVER = Action.of("deliver");

    private static TicketType<Parcel> parcels(Trace trace) {
        State sent = State.of("SENT", StateCategory.NEW);
        State delivered = State.of("DELIVERED", StateCategory.CLOSED);
        Guard<Step<Parcel>> knowsWhere = Guard.named("KNOWS_WHERE", "nobody knows where", step -> {
            trace.hear("guard");
            return !step.details().left().isEmpty();
        });
        Lifecycle<Step<Parcel>> lifecycle = StandardActions.addTo(Lifecycle.<Step<Parcel>>named("parcel")
                        .initial(sent)
                        .transition(DELIVER)
                        .from(sent)
                        .to(delivered)
                        .by(Role.AGENT)
                        .requires("text")
                        .guardedBy(knowsWhere))
                .build();
        return TicketType.named("parcel", "PAR", Parcel.class, new Parcel(""))
                .detail(DetailField.plain("left", parcel -> {
                    trace.hear("detail");
                    return parcel.left();
                }))
                .livingBy(lifecycle);
    }

    @Test
    void the_trace_itself_hears_each_port_once() {
        Trace trace = new Trace();
        trace.hear("one");
        trace.hear("one");
        trace.hear("two");
        assertThat(trace.heard()).isEqualTo(new ArrayList<>(Arrays.asList("one", "two")));
        assertThat(Optional.of(trace.behind(0)).orElseThrow()).anyMatch(frame -> frame.endsWith("Trace.hear"));
    }
}
