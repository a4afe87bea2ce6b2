package io.itsm4j.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How local times are read everywhere in this package: one that the zone skips is the instant of the change, one that
 * it repeats is the first of the two. So a later local time never is an earlier instant.
 */
final class LocalTimes {

    private static final int DAY = 86_400;

    private final ZoneRules rules;

    /** No change of the clock lies between these two instants, in seconds, and this offset holds between them. */
    private long calmFrom = Long.MAX_VALUE;

    private long calmUntil = Long.MIN_VALUE;
    private long offset;

    /** Reads times of a zone; quick when asked for one day after the other. Not for several threads. */
    LocalTimes(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The instant of a local time. */
    static Instant instant(ZoneId zone, LocalDateTime local) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }

    /**
     * The second of the epoch at which so many seconds have passed on the clock since a date began; may exceed a day.
     */
    long second(LocalDate date, int seconds) {
        long local = date.toEpochDay() * DAY + seconds;
        long there = local - offset;
        if (there >= calmFrom && there < calmUntil) {
            return there;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(time);
        if (change != null) {
            return change.isGap()
                    ? change.getInstant().getEpochSecond()
                    : local - change.getOffsetBefore().getTotalSeconds();
        }
        offset = rules.getOffset(time).getTotalSeconds();
        there = local - offset;
        rest(Instant.ofEpochSecond(there));
        return there;
    }

    /** A day away from a change on either side no local time is skipped or repeated. */
    private void rest(Instant at) {
        ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(at);
        calmFrom = before == null ? Long.MIN_VALUE : before.getInstant().getEpochSecond() + 2 * DAY;
        calmUntil = after == null ? Long.MAX_VALUE : after.getInstant().getEpochSecond() - 2 * DAY;
    }
}
