package io.itsm4j.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns mean what the same regular expression means, refuse what they do not know, and take linear time. */
class PatternTest {

    private static boolean matches(String pattern, String text) {
        return Pattern.read(pattern).orElseThrow().matches(text);
    }

    @Test
    void mean_what_regular_expressions_mean() {
        List<String> patterns = List.of(
                "abc",
                "a?b",
                "a*",
                "a+b",
                "[A-Z]{2}-[0-9]{3,5}",
                "[^0-9]+",
                ".{3}",
                "\\+[0-9]{1,3} [0-9]+",
                "a*a*b",
                "[a-]x",
                "\\[\\]",
                "x{0,2}y");
        List<String> texts = List.of(
                "",
                "a",
                "b",
                "ab",
                "aab",
                "abc",
                "abcd",
                "AB-123",
                "AB-12",
                "AB-123456",
                "xyz",
                "12a",
                "+49 123",
                "-x",
                "[]",
                "y",
                "xxy",
                "xxxy",
                "日本語");
        for (String pattern : patterns) {
            for (String text : texts) {
                assertThat(matches(pattern, text))
                        .as("%s on %s", pattern, text)
                        .isEqualTo(java.util.regex.Pattern.matches(pattern, text));
            }
        }
    }

    @Test
    void a_character_outside_the_basic_plane_is_one_character() {
        assertThat(matches(".", "\ud83d\ude00")).isTrue();
        assertThat(matches("[\ud83d\ude00-\ud83d\ude10]", "\ud83d\ude05")).isTrue();
    }

    @Test
    void refuse_groups_alternatives_anchors_and_what_is_broken() {
        for (String pattern : List.of(
                "(a+)+",
                "a|b",
                "^a",
                "a$",
                "[",
                "[]",
                "[z-a]",
                "a{",
                "a{2",
                "a{3,2}",
                "a{0}",
                "a{999}",
                "\\",
                "\\d",
                "*a",
                "a{101}b{100}",
                "]")) {
            assertThat(Pattern.read(pattern)).as(pattern).isEmpty();
        }
    }

    @Test
    void what_blows_up_by_backtracking_is_decided_at_once() {
        String bomb = "a*".repeat(100) + "b";

        assertThat(matches(bomb, "a".repeat(100_000))).isFalse();
        assertThat(matches(bomb, "a".repeat(100_000) + "b")).isTrue();
    }
}
