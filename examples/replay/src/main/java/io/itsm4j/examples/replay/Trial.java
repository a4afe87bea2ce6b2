package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agreement that is asked for on the command line.
 *
 * @param limits the working time by priority; none when it is to be fitted
 * @param counting how time is counted, or null when it is to be fitted
 */
record Trial(Map<Priority, Duration> limits, @Nullable Counting counting) {

    static final Trial FITTED = new Trial(Map.of(), null);

    private static final String WAITING = "+WAITING";
    private static final Pattern LIMIT = Pattern.compile("([1-5])=([1-9][0-9]{0,5})(min|h|d)");
    private static final Pattern HOURS = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]");

    Trial {
        limits = Map.copyOf(limits);
    }

    boolean isFitted() {
        return counting == null;
    }

    /**
     * Reads the value of the option.
     *
     * @throws WrongUse saying what is wrong
     */
    static Trial parse(String value) {
        if (value.equals("fitted")) {
            return FITTED;
        }
        boolean waiting = value.endsWith(WAITING);
        String rest = waiting ? value.substring(0, value.length() - WAITING.length()) : value;
        int at = rest.indexOf('@');
        String hours = at < 0 ? "" : rest.substring(at + 1);
        boolean isRange = HOURS.matcher(hours).matches() && hours.compareTo(hours.substring(6)) < 0;
        if (at >= 0 && !isRange) {
            throw new WrongUse("--what-if: '" + hours + "' are no hours of a day such as 09:00-18:00");
        }
        Map<Priority, Duration> limits = new TreeMap<>();
        for (String part : (at < 0 ? rest : rest.substring(0, at)).split(",", -1)) {
            Matcher limit = LIMIT.matcher(part);
            if (!limit.matches()) {
                throw new WrongUse("--what-if: '" + part + "' is no limit such as 1=4h, and not 'fitted'");
            }
            limits.put(Priority.ofRank(Integer.parseInt(limit.group(1))), time(limit));
        }
        return new Trial(limits, new Counting(hours, Counting.Days.WEEKDAYS, waiting, false));
    }

    private static Duration time(Matcher limit) {
        long number = Long.parseLong(limit.group(2));
        Duration time = switch (limit.group(3)) {
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (time.compareTo(Counting.NO_LIMIT) > 0) {
            throw new WrongUse("--what-if: '" + limit.group() + "' is longer than 3,650 days");
        }
        return time;
    }
}
