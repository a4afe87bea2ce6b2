package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The opened steps of an approval as plain data, for adapters that store them as one text. */
public final class StepsForm {

    private StepsForm() {}

    /** The steps as texts, whole numbers, booleans, lists and maps. */
    public static List<Map<String, Object>> write(List<OpenedStep> steps) {
        return steps.stream().map(StepsForm::write).toList();
    }

    private static Map<String, Object> write(OpenedStep step) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", step.name());
        data.put("openedAt", step.openedAt().toString());
        data.put("seats", step.seats().stream().map(StepsForm::write).toList());
        data.put("reminded", (long) step.reminded());
        data.put("escalated", step.escalated());
        put(data, "lapsed", step.lapsed());
        return data;
    }

    private static Map<String, Object> write(Seat seat) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("principal", seat.principal().value());
        data.put("weight", (long) seat.weight());
        data.put("senior", seat.senior());
        data.put("struck", seat.struck());
        put(data, "choice", seat.choice());
        put(data, "by", seat.by());
        put(data, "at", seat.at());
        data.put("asked", seat.asked());
        return data;
    }

    private static void put(Map<String, Object> data, String key, @Nullable Object value) {
        if (value != null) {
            data.put(key, value.toString());
        }
    }

    /** The steps of such data. */
    public static List<OpenedStep> read(List<?> data) {
        return data.stream().map(each -> readStep((Map<?, ?>) each)).toList();
    }

    private static OpenedStep readStep(Map<?, ?> data) {
        String lapsed = text(data, "lapsed");
        return new OpenedStep(
                needed(data, "name"),
                Instant.parse(needed(data, "openedAt")),
                ((List<?>) java.util.Objects.requireNonNull(data.get("seats")))
                        .stream().map(each -> readSeat((Map<?, ?>) each)).toList(),
                number(data, "reminded"),
                Boolean.TRUE.equals(data.get("escalated")),
                lapsed == null ? null : Verdict.valueOf(lapsed));
    }

    private static Seat readSeat(Map<?, ?> data) {
        String choice = text(data, "choice");
        String by = text(data, "by");
        String at = text(data, "at");
        return new Seat(
                new PersonId(needed(data, "principal")),
                number(data, "weight"),
                Boolean.TRUE.equals(data.get("senior")),
                Boolean.TRUE.equals(data.get("struck")),
                choice == null ? null : Choice.valueOf(choice),
                by == null ? null : new PersonId(by),
                at == null ? null : Instant.parse(at),
                needed(data, "asked"));
    }

    private static @Nullable String text(Map<?, ?> data, String key) {
        return (String) data.get(key);
    }

    private static String needed(Map<?, ?> data, String key) {
        return java.util.Objects.requireNonNull(text(data, key), key);
    }

    private static int number(Map<?, ?> data, String key) {
        return ((Number) java.util.Objects.requireNonNull(data.get(key), key)).intValue();
    }
}
