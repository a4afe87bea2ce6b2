package io.itsm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The canonical text against a writer that shares no code with it, and against everything that is not canonical. */
class CanonicalJsonLawsTest {

    /** Written again, the plain way: one recursive expression a kind of value. */
    private static String expected(Object value) {
        if (value instanceof List<?> list) {
            List<String> items =
                    list.stream().map(CanonicalJsonLawsTest::expected).toList();
            return "[" + String.join(",", items) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            List<String> names = new ArrayList<>();
            map.keySet().forEach(name -> names.add((String) name));
            Collections.sort(names);
            List<String> items = names.stream()
                    .map(name -> expected(name) + ":" + expected(map.get(name)))
                    .toList();
            return "{" + String.join(",", items) + "}";
        }
        if (value instanceof String text) {
            StringBuilder out = new StringBuilder();
            for (char c : text.toCharArray()) {
                out.append(
                        c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c < ' ' ? String.format("\\u%04x", (int) c) : c + "");
            }
            return "\"" + out + "\"";
        }
        return String.valueOf(value);
    }

    @Property
    void what_is_written_is_what_the_plain_writer_writes_and_reads_back_equal(@ForAll("values") Object value) {
        String text = CanonicalJson.write(value);
        assertThat(text).isEqualTo(expected(value));
        assertThat(CanonicalJson.read(text)).isEqualTo(value);
        assertThat(CanonicalJson.write(CanonicalJson.read(text))).isEqualTo(text);
    }

    @Property
    void a_text_is_read_only_if_it_is_the_canonical_text_of_what_is_read(
            @ForAll("values") Object value, @ForAll int place, @ForAll("noise") String noise) {
        String text = CanonicalJson.write(value);
        int at = Math.floorMod(place, text.length() + 1);
        String changed = text.substring(0, at) + noise + text.substring(Math.min(text.length(), at + 1));
        try {
            assertThat(CanonicalJson.write(CanonicalJson.read(changed))).isEqualTo(changed);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("not in canonical form at character ");
        }
    }

    // spotless:off
    private static final List<String> WRONG = List.of(
            "", " ", "1 ", " 1", "01", "-0", "-", "+1", "1.0", "1e3", "9223372036854775808", "\u0661", "NaN", "nul", "True",
            "[1,]", "[,1]", "[1 ,2]", "[", "]", "[1}", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "'a'",
            "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "\"", "\"a", "\"\n\"", "\"\t\"", "\"\\n\"", "\"\\/\"", "\"\\u0041\"",
            "\"\\u001F\"", "\"\\u00\"", "\"\\u+01f\"", "\"\\u002f\"", "\"\\", "\"\\u", "1 2", "null null", "{}{}");
    // spotless:on

    @Test
    void texts_that_mean_something_but_are_not_canonical_are_refused() {
        for (String wrong : WRONG) {
            assertThatThrownBy(() -> CanonicalJson.read(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not in canonical form at character ");
        }
    }

    @Test
    void nesting_is_read_to_twenty_levels_and_never_overflows_the_stack() {
        String deepest = "[".repeat(20) + "1" + "]".repeat(20);
        assertThat(CanonicalJson.write(CanonicalJson.read(deepest))).isEqualTo(deepest);
        for (int depth : new int[] {21, 10_000, 1_000_000}) {
            assertThatThrownBy(() -> CanonicalJson.read("[".repeat(depth)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_has_no_canonical_form_is_refused_when_written() {
        for (Object wrong : List.of(1.5, 'c', new int[0], Map.of("a", 1.5f), List.of(new Object()))) {
            assertThatThrownBy(() -> CanonicalJson.write(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag));
        return Arbitraries.recursive(() -> plain, CanonicalJsonLawsTest::nested, 0, 3);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), inner)
                        .ofMaxSize(3)
                        .map(HashMap::new));
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                "", "0", "1", "-", "\"", "\\", ",", ":", "{", "}", "[", "]", " ", "\n", "a", "u", "\u0661", "E");
    }
}
