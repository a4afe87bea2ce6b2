package io.itsm4j.sla;

import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agreements in the form of stored definitions: maps and lists of plain values. */
final class AgreementForm {

    private AgreementForm() {}

    static Map<String, Object> write(Agreement agreement) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("key", agreement.key());
        form.put("kind", agreement.kind().name());
        form.put("name", agreement.name());
        form.put("customers", sorted(agreement.customers()));
        form.put("groups", sorted(agreement.groups()));
        put(form, "supplier", agreement.supplier());
        form.put("services", sorted(agreement.services()));
        form.put("when", ConditionForm.write(agreement.when()));
        form.put("heldWhile", ConditionForm.write(agreement.heldWhile()));
        put(form, "validFrom", agreement.validFrom());
        put(form, "validUntil", agreement.validUntil());
        form.put("calendar", agreement.calendar());
        form.put("calendarSource", agreement.calendarSource().name());
        form.put("quiet", Micros.of(agreement.quiet()));
        form.put(
                "targets",
                agreement.targets().stream().map(AgreementForm::write).toList());
        put(form, "reviewOn", agreement.reviewOn());
        put(form, "penalties", agreement.penalties());
        return form;
    }

    static Agreement read(Map<?, ?> form) {
        List<Target> targets = new ArrayList<>();
        list(form, "targets").forEach(item -> targets.add(readTarget((Map<?, ?>) item)));
        String from = text(form, "validFrom");
        String until = text(form, "validUntil");
        String review = text(form, "reviewOn");
        return new Agreement(
                need(form, "key"),
                AgreementKind.valueOf(need(form, "kind")),
                need(form, "name"),
                texts(form, "customers"),
                texts(form, "groups"),
                text(form, "supplier"),
                texts(form, "services"),
                ConditionForm.read(value(form, "when")),
                ConditionForm.read(value(form, "heldWhile")),
                from == null ? null : Instant.parse(from),
                until == null ? null : Instant.parse(until),
                need(form, "calendar"),
                CalendarSource.valueOf(need(form, "calendarSource")),
                Micros.duration((Long) value(form, "quiet")),
                targets,
                review == null ? null : LocalDate.parse(review),
                text(form, "penalties"));
    }

    private static Map<String, Object> write(Target target) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", target.name());
        form.put("metric", target.metric().name());
        form.put("when", ConditionForm.write(target.when()));
        form.put("limit", write(target.limit()));
        put(form, "calendar", target.calendar());
        Conditions conditions = target.conditions();
        form.put("start", ConditionForm.write(conditions.start()));
        form.put("pause", ConditionForm.write(conditions.pause()));
        form.put("resume", ConditionForm.write(conditions.resume()));
        form.put("stop", ConditionForm.write(conditions.stop()));
        form.put("reset", ConditionForm.write(conditions.reset()));
        form.put("cancel", ConditionForm.write(conditions.cancel()));
        form.put(
                "thresholds",
                target.thresholds().stream().map(AgreementForm::write).toList());
        form.put("reopening", target.reopening().name());
        form.put("switching", target.switching().name());
        form.put("retroactive", target.retroactive());
        return form;
    }

    private static Target readTarget(Map<?, ?> form) {
        List<Threshold> thresholds = new ArrayList<>();
        list(form, "thresholds").forEach(item -> thresholds.add(readThreshold((Map<?, ?>) item)));
        return new Target(
                need(form, "name"),
                new Metric(need(form, "metric")),
                ConditionForm.read(value(form, "when")),
                readLimit((Map<?, ?>) value(form, "limit")),
                text(form, "calendar"),
                new Conditions(
                        ConditionForm.read(value(form, "start")),
                        ConditionForm.read(value(form, "pause")),
                        ConditionForm.read(value(form, "resume")),
                        ConditionForm.read(value(form, "stop")),
                        ConditionForm.read(value(form, "reset")),
                        ConditionForm.read(value(form, "cancel"))),
                thresholds,
                ReopenPolicy.valueOf(need(form, "reopening")),
                SwitchPolicy.valueOf(need(form, "switching")),
                (Boolean) value(form, "retroactive"));
    }

    private static Map<String, Object> write(TimeLimit limit) {
        if (limit instanceof TimeLimit.Within within) {
            return Map.of("within", Micros.of(within.time()));
        }
        if (limit instanceof TimeLimit.WorkingDayAt at) {
            return Map.of("workingDay", (long) at.days(), "at", at.time().toString());
        }
        return Map.of("endOfWorkingDay", (long) ((TimeLimit.EndOfWorkingDay) limit).days());
    }

    private static TimeLimit readLimit(Map<?, ?> form) {
        if (form.get("within") instanceof Long micros) {
            return new TimeLimit.Within(Micros.duration(micros));
        }
        if (form.get("workingDay") instanceof Long days) {
            return new TimeLimit.WorkingDayAt(days.intValue(), LocalTime.parse(need(form, "at")));
        }
        return new TimeLimit.EndOfWorkingDay(((Long) value(form, "endOfWorkingDay")).intValue());
    }

    private static Map<String, Object> write(Threshold threshold) {
        return Map.of(
                "level", threshold.level(),
                "percent", (long) threshold.percent(),
                "offset", Micros.of(threshold.offset()),
                "actions",
                        threshold.actions().stream().map(AgreementForm::write).toList());
    }

    private static Threshold readThreshold(Map<?, ?> form) {
        List<ThresholdAction> actions = new ArrayList<>();
        list(form, "actions").forEach(item -> actions.add(readAction((Map<?, ?>) item)));
        return new Threshold(
                need(form, "level"),
                ((Long) value(form, "percent")).intValue(),
                Micros.duration((Long) value(form, "offset")),
                actions);
    }

    private static Map<String, Object> write(ThresholdAction action) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (action instanceof ThresholdAction.Notify tell) {
            form.put("do", "notify");
            form.put(
                    "audiences",
                    tell.audiences().stream().map(Enum::name).sorted().toList());
        } else if (action instanceof ThresholdAction.EscalateTo escalate) {
            form.put("do", "escalate");
            form.put("kind", escalate.kind().name());
            Integer tier = escalate.tier();
            put(form, "tier", tier == null ? null : Long.valueOf(tier));
            put(form, "group", escalate.group());
        } else if (action instanceof ThresholdAction.RaisePriority raise) {
            form.put("do", "raise");
            form.put("to", raise.to().name());
        } else if (action instanceof ThresholdAction.AddTaskFor task) {
            form.put("do", "task");
            form.put("title", task.title());
            put(form, "group", task.group());
        } else {
            form.put("do", "call");
            form.put("handler", ((ThresholdAction.Call) action).handler());
        }
        return form;
    }

    private static ThresholdAction readAction(Map<?, ?> form) {
        return switch (need(form, "do")) {
            case "notify" ->
                new ThresholdAction.Notify(texts(form, "audiences").stream()
                        .map(ThresholdAction.Audience::valueOf)
                        .collect(Collectors.toSet()));
            case "escalate" ->
                new ThresholdAction.EscalateTo(
                        Escalate.Kind.valueOf(need(form, "kind")),
                        form.get("tier") instanceof Long tier ? Integer.valueOf(tier.intValue()) : null,
                        text(form, "group"));
            case "raise" -> new ThresholdAction.RaisePriority(Priority.valueOf(need(form, "to")));
            case "task" -> new ThresholdAction.AddTaskFor(need(form, "title"), text(form, "group"));
            default -> new ThresholdAction.Call(need(form, "handler"));
        };
    }

    private static void put(Map<String, Object> form, String name, @Nullable Object value) {
        if (value != null) {
            form.put(name, value instanceof Long ? value : value.toString());
        }
    }

    private static List<String> sorted(Set<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    private static Object value(Map<?, ?> form, String name) {
        return java.util.Objects.requireNonNull(form.get(name), name);
    }

    private static String need(Map<?, ?> form, String name) {
        return (String) value(form, name);
    }

    private static @Nullable String text(Map<?, ?> form, String name) {
        return (String) form.get(name);
    }

    private static List<?> list(Map<?, ?> form, String name) {
        return (List<?>) value(form, name);
    }

    private static Set<String> texts(Map<?, ?> form, String name) {
        return list(form, name).stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
