package io.itsm4j.cmdb;

import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plain forms in which classes and types of relation are stored. */
final class SchemaForms {

    private SchemaForms() {}

    static Map<String, Object> write(CiClass each) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", each.name());
        put(form, "parent", each.parent());
        form.put("abstract", each.isAbstract());
        form.put(
                "attributes", each.attributes().stream().map(SchemaForms::write).toList());
        form.put("identifiers", each.identifiers());
        CiLifecycle lifecycle = each.lifecycle();
        if (lifecycle != null) {
            form.put("lifecycle", write(lifecycle));
        }
        return form;
    }

    private static Map<String, Object> write(CiAttribute attribute) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("key", attribute.key());
        form.put("type", attribute.type().name());
        form.put("required", attribute.isRequired());
        form.put("indexed", attribute.isIndexed());
        form.put("form", attribute.form().name());
        form.put("options", attribute.options());
        put(form, "min", attribute.min());
        put(form, "max", attribute.max());
        return form;
    }

    private static Map<String, Object> write(CiLifecycle lifecycle) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("initial", lifecycle.initial());
        form.put(
                "statuses",
                lifecycle.statuses().stream()
                        .map(status -> List.of(status.name(), status.category().name()))
                        .toList());
        form.put(
                "moves",
                lifecycle.moves().stream()
                        .map(move -> List.of(move.from(), move.to()))
                        .toList());
        return form;
    }

    static Map<String, Object> write(RelationType type) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", type.name());
        form.put("inverse", type.inverse());
        form.put("flow", type.flow().name());
        form.put(
                "pairs",
                type.pairs().stream()
                        .map(pair -> List.of(pair.from(), pair.to()))
                        .toList());
        form.put("mostFrom", (long) type.mostFrom());
        form.put("mostTo", (long) type.mostTo());
        form.put("acyclic", type.isAcyclic());
        return form;
    }

    private static void put(Map<String, Object> form, String key, @Nullable Object value) {
        if (value != null) {
            form.put(key, value);
        }
    }

    static CiClass readClass(Map<String, ?> form) {
        List<CiAttribute> attributes = new ArrayList<>();
        list(form, "attributes").forEach(item -> attributes.add(readAttribute(map(item))));
        List<List<String>> identifiers = new ArrayList<>();
        list(form, "identifiers").forEach(item -> identifiers.add(texts(item)));
        Object lifecycle = form.get("lifecycle");
        return new CiClass(
                text(form, "name"),
                (String) form.get("parent"),
                flag(form, "abstract"),
                attributes,
                identifiers,
                lifecycle == null ? null : readLifecycle(map(lifecycle)));
    }

    private static CiAttribute readAttribute(Map<String, ?> form) {
        return new CiAttribute(
                text(form, "key"),
                CiAttribute.Type.valueOf(text(form, "type")),
                flag(form, "required"),
                flag(form, "indexed"),
                TextForm.valueOf(text(form, "form")),
                texts(form.get("options")),
                (Long) form.get("min"),
                (Long) form.get("max"));
    }

    private static CiLifecycle readLifecycle(Map<String, ?> form) {
        List<State> statuses = new ArrayList<>();
        for (Object item : list(form, "statuses")) {
            List<String> pair = texts(item);
            statuses.add(State.of(pair.get(0), StateCategory.valueOf(pair.get(1))));
        }
        List<StatusMove> moves = new ArrayList<>();
        for (Object item : list(form, "moves")) {
            List<String> pair = texts(item);
            moves.add(StatusMove.of(pair.get(0), pair.get(1)));
        }
        return new CiLifecycle(text(form, "initial"), statuses, moves);
    }

    static RelationType readRelation(Map<String, ?> form) {
        List<ClassPair> pairs = new ArrayList<>();
        for (Object item : list(form, "pairs")) {
            List<String> pair = texts(item);
            pairs.add(ClassPair.of(pair.get(0), pair.get(1)));
        }
        return new RelationType(
                text(form, "name"),
                text(form, "inverse"),
                ImpactFlow.valueOf(text(form, "flow")),
                pairs,
                number(form, "mostFrom"),
                number(form, "mostTo"),
                flag(form, "acyclic"));
    }

    private static String text(Map<String, ?> form, String key) {
        return (String) Objects.requireNonNull(form.get(key), key);
    }

    private static boolean flag(Map<String, ?> form, String key) {
        return Boolean.TRUE.equals(form.get(key));
    }

    private static int number(Map<String, ?> form, String key) {
        return Math.toIntExact((Long) Objects.requireNonNull(form.get(key), key));
    }

    private static List<?> list(Map<String, ?> form, String key) {
        return (List<?>) Objects.requireNonNull(form.get(key), key);
    }

    private static List<String> texts(@Nullable Object item) {
        return ((List<?>) Objects.requireNonNull(item))
                .stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(Object item) {
        return (Map<String, ?>) item;
    }
}
