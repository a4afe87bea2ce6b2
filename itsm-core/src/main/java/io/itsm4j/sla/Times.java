package io.itsm4j.sla;

import java.time.Duration;

/**
 * How working times are spread. Percentiles are by nearest rank and at most 1/128 above the true value, never below it
 * and never above the longest; the others are exact to the microsecond, the mean rounded down.
 *
 * @param number how many there are
 * @param mean the mean; zero when there are none, like all that follow
 * @param median half of them are no longer
 * @param ninety nine tenths are no longer
 * @param ninetyFive 95 in a hundred are no longer
 * @param ninetyNine 99 in a hundred are no longer
 * @param longest the longest
 */
public record Times(
        long number,
        Duration mean,
        Duration median,
        Duration ninety,
        Duration ninetyFive,
        Duration ninetyNine,
        Duration longest) {}
