package io.itsm4j.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.HostFault;
import io.itsm4j.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InputTest {

    record Given(
            @Line(max = 5, required = true) @Nullable String one,
            @Line(max = 5, multi = true) @Nullable String many,
            @NotNull @Nullable String there,
            @Min(1) @Max(9) int count,
            @Size(max = 2) Set<@Line(max = 3) String> set) {}

    record Holding(
            List<@Line(max = 3) String> list,
            Map<@Line(max = 3) String, @Line(max = 3) String> map,
            List<@Valid Part> parts,
            @Valid Part part) {}

    record Part(@Line(max = 3) String name) {}

    private final InputChecker checker = InputChecker.create();

    private List<InvalidInput.Fault> faults(Given given, String... required) {
        InvalidInput failure = catchThrowableOfType(InvalidInput.class, () -> checker.check(given, List.of(required)));
        return failure == null ? List.of() : failure.faults();
    }

    @Test
    void what_is_right_has_no_fault() {
        assertThat(faults(new Given("ab", "a\nb\tc", "x", 9, Set.of("abc")))).isEmpty();
        assertThat(faults(new Given("abcde", null, "", 1, Set.of()))).isEmpty();
    }

    @Test
    void every_fault_is_reported_at_once_with_field_code_and_limit_in_the_order_of_the_fields() {
        List<InvalidInput.Fault> faults = faults(new Given(" ", "123456", null, 10, Set.of("a", "b", "c")));
        assertThat(faults)
                .extracting(InvalidInput.Fault::field)
                .containsExactly("count", "many", "one", "set", "there");
        assertThat(faults)
                .extracting(InvalidInput.Fault::code)
                .containsExactly("OUT_OF_LIMIT", "TOO_LONG", "REQUIRED", "TOO_MANY", "REQUIRED");
        assertThat(faults.get(0).detail().get("limit")).isEqualTo("≤ 9");
        assertThat(faults.get(1).detail().get("limit")).isEqualTo(5);
        assertThat(faults.get(3).detail().get("limit")).isEqualTo(2);
        assertThat(faults(new Given("a", null, "x", 0, Set.of()))
                        .get(0)
                        .detail()
                        .get("limit"))
                .isEqualTo("≥ 1");
    }

    @Test
    void a_fault_of_an_element_names_its_collection_and_where_it_stands() {
        assertThat(faults(new Given("a", null, "x", 1, Set.of("abcd"))))
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly("set TOO_LONG");
        Holding given = new Holding(
                List.of("abc", "abcd"),
                Map.of("abc", "abcd", "abcde", "a"),
                List.of(new Part("a"), new Part("abcd")),
                new Part("abcd"));

        assertThat(catchThrowableOfType(InvalidInput.class, () -> checker.check(given, List.of()))
                        .faults())
                .extracting(InvalidInput.Fault::field)
                .containsExactly("list[1]", "map[abc]", "map[abcde]", "part.name", "parts[1].name");
    }

    @Test
    void what_a_step_requires_is_a_fault_once_when_it_is_not_there() {
        assertThat(faults(new Given("a", " ", "x", 1, Set.of()), "many"))
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly("many REQUIRED");
        assertThat(faults(new Given(null, null, "x", 1, Set.of()), "one"))
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly("one REQUIRED");
        assertThat(faults(new Given("a", null, "x", 1, Set.of()), "elsewhere"))
                .extracting(InvalidInput.Fault::field)
                .containsExactly("elsewhere");
        assertThat(faults(new Given("a", "b", "x", 1, Set.of()), "many")).isEmpty();
    }

    @Property
    void a_line_is_valid_exactly_when_a_plain_reading_says_so(@ForAll String text) {
        int[] points = text.codePoints().toArray();
        boolean illegal = Arrays.stream(points)
                .limit(6)
                .anyMatch(c -> Set.of(
                                (int) Character.CONTROL,
                                (int) Character.SURROGATE,
                                (int) Character.LINE_SEPARATOR,
                                (int) Character.PARAGRAPH_SEPARATOR)
                        .contains(Character.getType(c)));
        boolean visible = Arrays.stream(points)
                .anyMatch(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT);
        boolean valid = !illegal && points.length <= 5 && visible;
        assertThat(faults(new Given(text, null, "x", 1, Set.of())).isEmpty()).isEqualTo(valid);
    }

    @Test
    void equal_inputs_read_the_same_whatever_the_order_of_their_sets_and_maps() {
        Set<String> forward = new LinkedHashSet<>(List.of("a", "b", "c"));
        Set<String> backward = new LinkedHashSet<>(List.of("c", "b", "a"));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", 1L);
        map.put("a", forward);
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("a", backward);
        turned.put("x", 1L);
        assertThat(Reading.stable(map)).isEqualTo(Reading.stable(turned));
        assertThat(Reading.stable(new Given("a", null, "x", 1, forward)))
                .isEqualTo(Reading.stable(new Given("a", null, "x", 1, backward)));
    }

    @Test
    void different_inputs_read_differently_even_when_their_texts_pretend() {
        List<Object> different = Arrays.asList(
                null,
                "",
                "~",
                "null",
                "a,b",
                List.of("a", "b"),
                List.of("a,b"),
                List.of("b", "a"),
                Set.of("a,b"),
                Set.of("a", "b"),
                Map.of("a", "b"),
                List.of(),
                Set.of(),
                List.of(List.of("a"), "b"),
                List.of("a", List.of("b")),
                1L,
                true,
                Instant.EPOCH,
                new Given("a", null, "x", 1, Set.of()),
                new Given("a", "", "x", 1, Set.of()),
                new Given("a;many=~", null, "x", 1, Set.of()));
        Set<String> seen = new LinkedHashSet<>();
        for (Object value : different) {
            assertThat(seen.add(Reading.stable(value)))
                    .as("%s reads like another", value)
                    .isTrue();
        }
    }

    private record Left(String name) {

        record Same(String name) {}
    }

    private record Right(String name) {

        record Same(String name) {}
    }

    private enum Colour {
        RED {
            @Override
            String shade() {
                return "dark";
            }
        },
        BLUE;

        String shade() {
            return "light";
        }
    }

    @Test
    void values_of_different_types_read_differently_even_when_their_texts_are_the_same() {
        List<Object> different = List.of(
                "1",
                1,
                1L,
                (short) 1,
                1.0,
                BigDecimal.ONE,
                '1',
                true,
                "true",
                "RED",
                Colour.RED,
                Colour.BLUE,
                Optional.empty(),
                Optional.of("1"),
                Optional.of(1L),
                new int[] {1, 2},
                new int[] {1, 3},
                new long[] {1, 2},
                new Object[] {"1", "2"},
                List.of("1", "2"),
                Map.of(),
                Set.of(),
                List.of(),
                Map.of("1", 1L),
                Map.of("1", 1),
                new Left.Same("a"),
                new Right.Same("a"));
        Set<String> seen = new LinkedHashSet<>();
        for (Object value : different) {
            assertThat(seen.add(Reading.stable(value)))
                    .as("%s reads like another", value)
                    .isTrue();
        }
        assertThat(Reading.stable(new int[] {1, 2})).isEqualTo(Reading.stable(new int[] {1, 2}));
        assertThat(Reading.stable(new ArrayList<>(List.of("1", "2")))).isEqualTo(Reading.stable(List.of("1", "2")));
    }

    private static final class Nameless {}

    @Test
    void refuses_what_would_read_differently_in_the_next_run() {
        HostFault fault = catchThrowableOfType(HostFault.class, () -> Reading.stable(List.of("a", new Nameless())));

        assertThat(fault.code()).isEqualTo("HOST_INPUT");
        assertThat(fault.detail()).containsEntry("name", Nameless.class.getName());
    }
}
