package io.itsm4j.approval;

/** How a share of people becomes a number of people. */
public enum Rounding {
    /** To the next whole person: half of five is three. */
    UP,
    /** To the whole person before: half of five is two. */
    DOWN,
    /** To the nearest, a half upwards: a third of five (1.66…) is two, half of five is three. */
    HALF_UP;

    /** The whole number for {@code percent} hundredths of {@code of}; exact, without floating point. */
    long share(int percent, long of) {
        long hundredths = percent * of;
        return switch (this) {
            case UP -> (hundredths + 99) / 100;
            case DOWN -> hundredths / 100;
            case HALF_UP -> (hundredths + 50) / 100;
        };
    }
}
