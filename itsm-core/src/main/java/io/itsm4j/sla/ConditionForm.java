package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions in the form of stored definitions: maps and lists of plain values. */
final class ConditionForm {

    /** What still fits, as a part of an agreement, into the depth of the canonical form. */
    private static final int DEPTH = 6;

    private ConditionForm() {}

    /**
     * The form of a condition.
     *
     * @throws InvalidInput with {@code CONDITION} when it is nested too deeply or names no fact
     */
    static Map<String, Object> write(Criterion<Situation> condition) {
        return write(condition, 0);
    }

    private static Map<String, Object> write(Criterion<Situation> condition, int depth) {
        if (depth > DEPTH) {
            throw new InvalidInput("condition", "CONDITION", Map.of("value", "depth", "limit", DEPTH));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        if (condition instanceof Criterion.Compare<Situation> compare) {
            form.put("op", compare.operator().name());
            fact(form, compare.attribute());
            form.put("value", plain(compare.value()));
        } else if (condition instanceof Criterion.In<Situation> in) {
            form.put("op", "IN");
            fact(form, in.attribute());
            form.put("values", in.values().stream().map(ConditionForm::plain).toList());
        } else if (condition instanceof Criterion.Absent<Situation> absent) {
            form.put("op", "ABSENT");
            fact(form, absent.attribute());
        } else if (condition instanceof Criterion.Contains<Situation> contains) {
            form.put("op", "CONTAINS");
            fact(form, contains.attribute());
            form.put("value", contains.needle());
        } else if (condition instanceof Criterion.And<Situation> and) {
            form.put("op", "AND");
            List<Criterion<Situation>> flat = new ArrayList<>();
            flatten(and, flat);
            form.put("parts", parts(flat, depth));
        } else if (condition instanceof Criterion.Or<Situation> or) {
            form.put("op", "OR");
            List<Criterion<Situation>> flat = new ArrayList<>();
            flatten(or, flat);
            form.put("parts", parts(flat, depth));
        } else if (condition instanceof Criterion.Not<Situation> not) {
            form.put("op", "NOT");
            form.put("parts", parts(List.of(not.part()), depth));
        } else {
            form.put("op", "ALL");
        }
        return form;
    }

    private static void flatten(Criterion.And<Situation> and, List<Criterion<Situation>> flat) {
        for (Criterion<Situation> part : and.parts()) {
            if (part instanceof Criterion.And<Situation> inner) {
                flatten(inner, flat);
            } else {
                flat.add(part);
            }
        }
    }

    private static void flatten(Criterion.Or<Situation> or, List<Criterion<Situation>> flat) {
        for (Criterion<Situation> part : or.parts()) {
            if (part instanceof Criterion.Or<Situation> inner) {
                flatten(inner, flat);
            } else {
                flat.add(part);
            }
        }
    }

    private static List<Map<String, Object>> parts(List<Criterion<Situation>> parts, int depth) {
        return parts.stream().map(part -> write(part, depth + 1)).toList();
    }

    private static void fact(Map<String, Object> form, Attribute<Situation, ?> fact) {
        if (Fact.named(fact.name(), fact.plain()) == null) {
            throw new InvalidInput("condition", "CONDITION", Map.of("value", fact.name(), "limit", "facts"));
        }
        form.put("fact", fact.name());
        form.put("plain", fact.plain().name());
    }

    private static Object plain(Object value) {
        return value instanceof Instant time ? time.toString() : value;
    }

    /** The condition of a form. */
    static Criterion<Situation> read(Object form) {
        Map<?, ?> map = (Map<?, ?>) form;
        String op = (String) need(map, "op");
        return switch (op) {
            case "ALL" -> Criterion.all();
            case "AND" -> new Criterion.And<>(readParts(map));
            case "OR" -> new Criterion.Or<>(readParts(map));
            case "NOT" -> new Criterion.Not<>(readParts(map).get(0));
            case "ABSENT" -> new Criterion.Absent<>(fact(map));
            case "CONTAINS" -> new Criterion.Contains<>(fact(map), (String) need(map, "value"));
            case "IN" -> {
                Attribute<Situation, ?> fact = fact(map);
                List<Object> values = new ArrayList<>();
                ((List<?>) need(map, "values")).forEach(value -> values.add(value(fact, value)));
                yield new Criterion.In<>(fact, values);
            }
            default -> {
                Attribute<Situation, ?> fact = fact(map);
                yield new Criterion.Compare<>(fact, Criterion.Operator.valueOf(op), value(fact, need(map, "value")));
            }
        };
    }

    private static List<Criterion<Situation>> readParts(Map<?, ?> map) {
        List<Criterion<Situation>> parts = new ArrayList<>();
        ((List<?>) need(map, "parts")).forEach(part -> parts.add(read(java.util.Objects.requireNonNull(part))));
        return parts;
    }

    private static Attribute<Situation, ?> fact(Map<?, ?> map) {
        String name = (String) need(map, "fact");
        Attribute<Situation, ?> fact = Fact.named(name, Attribute.Plain.valueOf((String) need(map, "plain")));
        return java.util.Objects.requireNonNull(fact, name);
    }

    private static Object value(Attribute<Situation, ?> fact, Object plain) {
        return fact.plain() == Attribute.Plain.TIME ? Instant.parse((String) plain) : plain;
    }

    private static Object need(Map<?, ?> map, String name) {
        return java.util.Objects.requireNonNull(map.get(name), name);
    }

    /**
     * Refuses what cannot be asked or would never end.
     *
     * @throws InvalidInput with {@code QUERY_FILTER} and what is wrong, or {@code CONDITION}
     */
    static void check(Criterion<Situation> condition) {
        write(condition);
        Map<String, Attribute<Situation, ?>> asked = new LinkedHashMap<>();
        Criterion<Situation> shared = shared(condition, asked);
        CriterionLimits.check(Fact.kind(Set.copyOf(asked.values())), shared);
    }

    /** The same condition, each fact that it asks for being one attribute wherever it is asked. */
    private static Criterion<Situation> shared(
            Criterion<Situation> condition, Map<String, Attribute<Situation, ?>> asked) {
        if (condition instanceof Criterion.Compare<Situation> compare) {
            return new Criterion.Compare<>(one(compare.attribute(), asked), compare.operator(), compare.value());
        } else if (condition instanceof Criterion.In<Situation> in) {
            return new Criterion.In<>(one(in.attribute(), asked), in.values());
        } else if (condition instanceof Criterion.Absent<Situation> absent) {
            return new Criterion.Absent<>(one(absent.attribute(), asked));
        } else if (condition instanceof Criterion.Contains<Situation> contains) {
            return new Criterion.Contains<>(one(contains.attribute(), asked), contains.needle());
        } else if (condition instanceof Criterion.And<Situation> and) {
            return new Criterion.And<>(
                    and.parts().stream().map(part -> shared(part, asked)).toList());
        } else if (condition instanceof Criterion.Or<Situation> or) {
            return new Criterion.Or<>(
                    or.parts().stream().map(part -> shared(part, asked)).toList());
        } else if (condition instanceof Criterion.Not<Situation> not) {
            return new Criterion.Not<>(shared(not.part(), asked));
        }
        return condition;
    }

    private static Attribute<Situation, ?> one(
            Attribute<Situation, ?> attribute, Map<String, Attribute<Situation, ?>> asked) {
        Attribute<Situation, ?> known = asked.putIfAbsent(attribute.name(), attribute);
        return known == null || known.plain() != attribute.plain() ? attribute : known;
    }
}
