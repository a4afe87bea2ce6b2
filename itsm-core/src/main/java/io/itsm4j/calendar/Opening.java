package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.util.Locale;
import java.util.Map;

/**
 * A time of the day during which a calendar is open, in local time. It belongs to the day on which it begins; one that
 * ends after midnight counts on past 24:00, so 22:00 to 06:00 of the next day is 22:00 to 30:00.
 *
 * @param from seconds after midnight at which it opens, 0 to 86,399
 * @param to seconds after midnight at which it closes, after {@code from} and at most a day later
 */
public record Opening(int from, int to) {

    static final int DAY = 86_400;

    /**
     * Checks the times.
     *
     * @throws InvalidInput with {@code CALENDAR_OPENING} when it does not begin within the day, is empty, or is longer
     *     than a day
     */
    public Opening {
        if (from < 0 || from >= DAY || to <= from || to - from > DAY) {
            throw new InvalidInput("opening", "CALENDAR_OPENING", Map.of("from", shown(from), "to", shown(to)));
        }
    }

    /**
     * Reads {@code 09:00-17:30}, {@code 00:00-24:00} or, past midnight, {@code 22:00-06:00}, which may as well be
     * written {@code 22:00-30:00}.
     *
     * @throws InvalidInput with {@code CALENDAR_OPENING} when the text does not have the form or the opening is empty
     */
    public static Opening of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new InvalidInput("opening", "CALENDAR_OPENING", Map.of("from", text, "to", ""));
        }
        int from = seconds(text.substring(0, dash));
        int to = seconds(text.substring(dash + 1));
        return new Opening(from, to < from ? to + DAY : to);
    }

    private static int seconds(String time) {
        String[] parts = time.strip().split(":", -1);
        try {
            int hours = Integer.parseInt(parts[0]);
            int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            int seconds = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
            boolean real = parts.length <= 3 && is(hours, 49) && is(minutes, 60) && is(seconds, 60);
            int all = real ? hours * 3_600 + minutes * 60 + seconds : Integer.MAX_VALUE;
            if (all <= 2 * DAY) {
                return all;
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(java.util.List.of(
                    new InvalidInput.Fault("opening", "CALENDAR_OPENING", Map.of("from", time, "to", ""))));
        }
        throw new InvalidInput("opening", "CALENDAR_OPENING", Map.of("from", time, "to", ""));
    }

    private static boolean is(int number, int below) {
        return number >= 0 && number < below;
    }

    static String shown(int seconds) {
        return seconds % 60 == 0
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 3_600, seconds / 60 % 60)
                : String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public String toString() {
        return shown(from) + "-" + shown(to);
    }
}
