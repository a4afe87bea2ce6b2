package io.itsm4j.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.input.JunkIdentifiers;
import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiSchemaTest {

    private final CiSchema shipped = CiSchema.shipped();

    private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, work);
        assertThat(refused).isNotNull();
        return refused.faults().stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }

    @Test
    void ships_the_classes_that_a_data_centre_and_an_office_need() {
        assertThat(shipped.classes().stream().map(CiClass::name))
                .contains(
                        "service",
                        "application",
                        "software-version",
                        "server",
                        "virtual-machine",
                        "network-device",
                        "storage",
                        "database",
                        "middleware",
                        "desktop",
                        "peripheral",
                        "location",
                        "document");
    }

    @Test
    void gives_a_class_the_attributes_and_identifiers_of_its_ancestors() {
        assertThat(shipped.attributes("server").stream().map(CiAttribute::key)).contains("serial", "host_name");
        assertThat(shipped.identifiers("server"))
                .contains(
                        new Identifier("hardware", List.of("serial")), new Identifier("server", List.of("host_name")));
        assertThat(shipped.isA("server", "hardware")).isTrue();
        assertThat(shipped.isA("server", "item")).isTrue();
        assertThat(shipped.isA("hardware", "server")).isFalse();
        assertThat(shipped.kindsOf("hardware"))
                .containsExactly("desktop", "hardware", "network-device", "peripheral", "server", "storage");
    }

    @Test
    void takes_a_class_of_the_hosts_own_and_counts_its_versions_with_those_of_its_ancestors() {
        CiClass turbine = CiClass.named("turbine").under("hardware").with(CiAttribute.number("megawatts"));
        CiSchema one = shipped.with(turbine, 1);
        CiSchema two = one.with(turbine.with(CiAttribute.text("yard")), 2);
        CiSchema three = two.with(two.get("hardware").with(CiAttribute.text("lease")), 1);

        assertThat(one.version("turbine")).isEqualTo(1);
        assertThat(two.version("turbine")).isEqualTo(2);
        assertThat(three.version("turbine")).isEqualTo(3);
        assertThat(three.version("server")).isEqualTo(2);
        assertThat(three.version("service")).isEqualTo(1);
        assertThat(three.attribute("turbine", "lease")).isPresent();
    }

    @Test
    void names_every_fault_of_a_class_at_once() {
        CiClass broken = CiClass.named("Wind Turbine")
                .under("machine")
                .with(
                        CiAttribute.text("version"),
                        CiAttribute.number("serial"),
                        CiAttribute.option("size"),
                        CiAttribute.number("height").within(9L, 3L),
                        CiAttribute.text("name"))
                .identifiedBy("plate")
                .living(new CiLifecycle(
                        "NEW",
                        List.of(
                                State.of("NEW", StateCategory.ACTIVE),
                                State.of("LOST", StateCategory.ACTIVE),
                                State.of("GONE", StateCategory.CLOSED)),
                        List.of(StatusMove.of("NEW", "GONE"))));

        assertThat(faults(() -> shipped.with(broken, 1)))
                .containsExactlyInAnyOrder(
                        "classes[Wind Turbine] CI_NAME",
                        "classes[Wind Turbine].parent UNKNOWN",
                        "classes[hardware].attributes[serial] CI_TYPE_DIFFERS",
                        "classes[Wind Turbine].attributes[size].options REQUIRED",
                        "classes[Wind Turbine].attributes[height] RANGE_REVERSED",
                        "classes[Wind Turbine].attributes[name] CI_NAME",
                        "classes[Wind Turbine].identifiers UNKNOWN",
                        "classes[Wind Turbine].lifecycle CI_STATUS_UNREACHABLE",
                        "classes[Wind Turbine].lifecycle CI_STATUS_TRAP");
    }

    @Test
    void refuses_a_class_that_descends_from_itself() {
        CiSchema two = shipped.with(CiClass.named("plant"), 1)
                .with(CiClass.named("mill").under("plant"), 1);

        assertThat(faults(() -> two.with(CiClass.named("plant").under("mill"), 2)))
                .contains("classes[plant].parent CI_CLASS_CYCLE", "classes[mill].parent CI_CLASS_CYCLE");
    }

    @Test
    void takes_values_of_the_declared_type_and_names_all_others() {
        assertThat(shipped.accept("server", Map.of("cpus", 8, "host_name", "db-01.example.org")))
                .isEqualTo(Map.of("cpus", 8L, "host_name", "db-01.example.org"));

        assertThat(faults(() -> shipped.accept(
                        "server",
                        Map.of(
                                "cpus",
                                0,
                                "host_name",
                                "not a host",
                                "ip_address",
                                "1.2.3.999",
                                "serial",
                                7,
                                "colour",
                                "x"))))
                .containsExactly(
                        "attributes[colour] FIELD_UNKNOWN",
                        "attributes[cpus] OUT_OF_LIMIT",
                        "attributes[host_name] CI_FORM",
                        "attributes[ip_address] CI_FORM",
                        "attributes[serial] FIELD_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Default string",
                "To be filled by O.E.M.",
                "N/A",
                "00000000",
                "00:00:00:00:00:00",
                "  ",
                "xxxx",
                "NONE"
            })
    void knows_what_identifies_nothing(String value) {
        assertThat(JunkIdentifiers.isJunk(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SN-7", "db-01", "7", "11", "A1B2", "00:1a:00:00:00:00"})
    void leaves_real_identifiers_alone(String value) {
        assertThat(JunkIdentifiers.isJunk(value)).isFalse();
    }

    @Test
    void reads_back_every_shipped_definition_as_it_was_written() {
        shipped.classes()
                .forEach(each -> assertThat(SchemaForms.readClass(stored(SchemaForms.write(each))))
                        .isEqualTo(each));
        shipped.relationTypes()
                .forEach(type -> assertThat(SchemaForms.readRelation(stored(SchemaForms.write(type))))
                        .isEqualTo(type));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> stored(Map<String, Object> form) {
        return (Map<String, ?>) CanonicalJson.read(CanonicalJson.write(form));
    }
}
