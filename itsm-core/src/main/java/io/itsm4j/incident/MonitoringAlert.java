package io.itsm4j.incident;

import io.itsm4j.input.Line;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Urgency;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a monitoring system says.
 *
 * @param source the system, for example {@code prometheus}
 * @param key what makes repeats of the alert one, for example rule and host
 * @param status whether the alert fires or is over
 * @param title one line; needed when it fires
 * @param description any text, or null
 * @param impact how much is hit, or null
 * @param urgency how soon it is needed, or null
 * @param ci the configuration item, or null
 */
public record MonitoringAlert(
        @Line(max = 100, required = true) @Nullable String source,
        @Line(max = 200, required = true) @Nullable String key,
        @NotNull @Nullable Status status,
        @Line(max = 200) @Nullable String title,
        @Line(max = 65536, multi = true) @Nullable String description,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Line(max = 100) @Nullable String ci) {

    /** Whether an alert fires or is over. */
    public enum Status {
        FIRING,
        CLEAR
    }

    /** An alert that fires. */
    public static MonitoringAlert firing(@Nullable String source, @Nullable String key, @Nullable String title) {
        return new MonitoringAlert(source, key, Status.FIRING, title, null, null, null, null);
    }

    /** An alert that is over. */
    public static MonitoringAlert clear(@Nullable String source, @Nullable String key) {
        return new MonitoringAlert(source, key, Status.CLEAR, null, null, null, null, null);
    }

    /** The same with impact and urgency. */
    public MonitoringAlert rated(@Nullable Impact howMuch, @Nullable Urgency howSoon) {
        return new MonitoringAlert(source, key, status, title, description, howMuch, howSoon, ci);
    }

    /** The same on a configuration item. */
    public MonitoringAlert on(@Nullable String item) {
        return new MonitoringAlert(source, key, status, title, description, impact, urgency, item);
    }
}
