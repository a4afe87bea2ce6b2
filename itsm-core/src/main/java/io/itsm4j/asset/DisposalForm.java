package io.itsm4j.asset;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.input.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A disposal as plain data, for adapters that keep it as one text. */
public final class DisposalForm {

    private DisposalForm() {}

    /** As texts, whole numbers, lists and maps. */
    public static Map<String, Object> write(Disposal disposal) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, "method", disposal.method());
        put(data, "reason", disposal.reason());
        put(data, "recipient", disposal.recipient());
        data.put("along", List.copyOf(new TreeSet<>(disposal.along())));
        put(data, "askedBy", disposal.askedBy().value());
        put(data, "askedAt", disposal.askedAt());
        ApprovalMark mark = disposal.approval();
        if (mark != null) {
            data.put("approval", write(mark));
        }
        put(data, "evidence", disposal.evidence());
        Money proceeds = disposal.proceeds();
        if (proceeds != null) {
            data.put("proceedsMinor", proceeds.minor());
            data.put("currency", proceeds.currency());
        }
        PersonId doneBy = disposal.doneBy();
        put(data, "doneBy", doneBy == null ? null : doneBy.value());
        put(data, "doneAt", disposal.doneAt());
        return data;
    }

    private static Map<String, Object> write(ApprovalMark mark) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", mark.approval());
        data.put("state", mark.state().name());
        data.put("round", (long) mark.round());
        data.put("form", (long) mark.form());
        data.put("hash", mark.hash());
        data.put(
                "approvedBy",
                mark.approvedBy().stream().map(PersonId::value).sorted().toList());
        return data;
    }

    private static void put(Map<String, Object> data, String key, @Nullable Object value) {
        if (value != null) {
            data.put(key, value.toString());
        }
    }

    /** The disposal of such data. */
    public static Disposal read(Map<?, ?> data) {
        String currency = text(data, "currency");
        String doneBy = text(data, "doneBy");
        return new Disposal(
                Disposal.Method.valueOf(needed(data, "method")),
                needed(data, "reason"),
                text(data, "recipient"),
                texts(data, "along").stream().collect(Collectors.toSet()),
                new PersonId(needed(data, "askedBy")),
                Instant.parse(needed(data, "askedAt")),
                data.get("approval") instanceof Map<?, ?> mark ? mark(mark) : null,
                text(data, "evidence"),
                currency == null ? null : Money.of(number(data, "proceedsMinor"), currency),
                doneBy == null ? null : new PersonId(doneBy),
                instant(text(data, "doneAt")));
    }

    private static ApprovalMark mark(Map<?, ?> data) {
        return new ApprovalMark(
                needed(data, "id"),
                Approval.State.valueOf(needed(data, "state")),
                (int) number(data, "round"),
                (int) number(data, "form"),
                needed(data, "hash"),
                texts(data, "approvedBy").stream().map(PersonId::new).collect(Collectors.toSet()));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static List<String> texts(Map<?, ?> data, String key) {
        return data.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static long number(Map<?, ?> data, String key) {
        return data.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable String text(Map<?, ?> data, String key) {
        Object value = data.get(key);
        return value == null ? null : value.toString();
    }

    private static String needed(Map<?, ?> data, String key) {
        return Objects.requireNonNull(text(data, key), key);
    }
}
