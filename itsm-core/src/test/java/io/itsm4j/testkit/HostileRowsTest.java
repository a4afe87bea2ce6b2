package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No row of the catalogue is silently missing. */
class HostileRowsTest {

    private static final Pattern NAME = Pattern.compile("h(\\d\\d)_[a-z0-9_]+");

    private static Set<Integer> tested() {
        return Stream.of(HostileInputs.class, Faults.class)
                .flatMap(suite -> Arrays.stream(suite.getDeclaredClasses()))
                .flatMap(nested -> Arrays.stream(nested.getSuperclass().getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_row_is_tested_or_listed_with_a_reason() {
        Set<Integer> rows = tested();
        rows.addAll(HostileRows.ELSEWHERE.keySet());
        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, HostileRows.LAST).boxed().toList());
    }

    @Test
    void no_row_is_both_tested_and_excused() {
        assertThat(tested()).doesNotContainAnyElementsOf(HostileRows.ELSEWHERE.keySet());
    }

    @Test
    void a_reason_says_what_is_waited_for_or_where_it_is_held() {
        assertThat(HostileRows.ELSEWHERE.values())
                .allMatch(reason -> List.of("not applicable", "held", "the calendar's share").stream()
                        .anyMatch(reason::startsWith));
    }
}
