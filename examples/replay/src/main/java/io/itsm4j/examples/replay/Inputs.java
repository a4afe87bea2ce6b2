package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Channel;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inputs of commands, from rows. */
final class Inputs {

    private Inputs() {}

    /**
     * Opens what a first row tells, under its recorded number.
     *
     * @param at the row's time; a call that is said to have come later was not known to have come
     */
    static OpenTicket opening(LogRow row, Instant at) {
        LogRow.Report report = row.report();
        Instant opened = report.openedAt();
        OpenTicket input = OpenTicket.titled(title(row))
                .requestedBy(report.caller())
                .via(channel(report.channel()))
                .inCategory(row.fields().path())
                .rated(row.impact(), row.urgency())
                .forGroup(row.assignment().group())
                .forAssignee(row.assignment().person())
                .withFields(set(row.fields()))
                .referredToAs(row.number())
                .reportedAt(opened.isAfter(at) ? null : opened);
        String ci = report.ci();
        return ci == null ? input : input.touching(ci);
    }

    /** Edits what differs between two rows. */
    static UpdateTicket edit(LogRow before, LogRow row) {
        Map<String, Object> now = set(row.fields());
        Map<String, Object> changed = new HashMap<>(now);
        Map<String, Object> was = set(before.fields());
        changed.entrySet().removeIf(field -> field.getValue().equals(was.get(field.getKey())));
        List<String> gone = new ArrayList<>(was.keySet());
        gone.removeAll(now.keySet());
        Impact impact = row.impact() == before.impact() ? null : row.impact();
        Urgency urgency = row.urgency() == before.urgency() ? null : row.urgency();
        UpdateTicket input =
                UpdateTicket.rate(impact, urgency).withFields(changed).without(gone.toArray(String[]::new));
        String path = row.fields().path();
        return Objects.equals(path, before.fields().path())
                ? input
                : input.inCategory(Objects.requireNonNullElse(path, ""));
    }

    static Assign assignment(LogRow row) {
        return Assign.to(row.assignment().group(), row.assignment().person());
    }

    private static String title(LogRow row) {
        String symptom = row.fields().symptom();
        String path = row.fields().path();
        return Objects.requireNonNullElse(symptom, "Call") + " in " + Objects.requireNonNullElse(path, "no category");
    }

    private static Channel channel(String recorded) {
        return switch (recorded.toLowerCase(Locale.ROOT)) {
            case "phone", "ivr" -> Channel.PHONE;
            case "email" -> Channel.EMAIL;
            case "self service" -> Channel.PORTAL;
            case "direct opening" -> Channel.WALK_IN;
            default -> Channel.IN_APP;
        };
    }

    private static Map<String, Object> set(LogRow.Fields fields) {
        Map<String, Object> set = new HashMap<>();
        put(set, "location", fields.location());
        put(set, "symptom", fields.symptom());
        put(set, "problem", fields.problem());
        put(set, "change", fields.change());
        set.put("knowledge", fields.knowledge());
        set.put("priority-confirmed", fields.confirmed());
        return set;
    }

    private static void put(Map<String, Object> set, String key, @Nullable String value) {
        if (value != null) {
            set.put(key, value);
        }
    }
}
