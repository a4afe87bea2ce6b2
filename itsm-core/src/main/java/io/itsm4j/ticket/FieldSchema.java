package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Attribute;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The custom fields of a ticket type. */
public final class FieldSchema {

    /** No custom fields. */
    public static final FieldSchema EMPTY = new FieldSchema(List.of());

    private final Map<String, FieldDefinition> definitions = new LinkedHashMap<>();

    private FieldSchema(List<FieldDefinition> all) {
        Map<String, String> folded = new HashMap<>();
        for (FieldDefinition definition : all) {
            String form =
                    Normalizer.normalize(definition.key(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            String twin = folded.put(form, definition.key());
            if (twin != null) {
                throw new IllegalArgumentException(
                        "two custom fields look the same: " + twin + " and " + definition.key());
            }
            definitions.put(definition.key(), definition);
        }
    }

    /**
     * The fields of a type.
     *
     * @throws IllegalArgumentException when two keys differ only by case or by Unicode form
     */
    public static FieldSchema of(FieldDefinition... definitions) {
        return new FieldSchema(List.of(definitions));
    }

    /** The definitions in their order. */
    public List<FieldDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    /**
     * The attribute of a field, to filter by.
     *
     * @throws InvalidInput with {@code QUERY_FILTER} when the field is not declared indexed
     */
    public Attribute<TicketRecord, Object> attribute(String key) {
        FieldDefinition definition = definitions.get(key);
        if (definition == null || !definition.indexed()) {
            throw new InvalidInput("filter", "QUERY_FILTER", Map.of("what", "field." + key, "limit", "indexed"));
        }
        return definition.attribute();
    }

    Map<String, FieldValue> apply(Map<String, FieldValue> before, Map<String, Object> set, Set<String> clear) {
        if (set.isEmpty() && clear.isEmpty()) {
            return before;
        }
        Map<String, FieldValue> after = new HashMap<>(before);
        List<InvalidInput.Fault> faults = new ArrayList<>();
        for (String key : new TreeSet<>(set.keySet())) {
            try {
                FieldDefinition definition = definition(key);
                Object value = java.util.Objects.requireNonNull(set.get(key));
                after.put(key, new FieldValue(definition.accept(value), definition.indexed()));
            } catch (InvalidInput broken) {
                faults.addAll(broken.faults());
            }
        }
        for (String key : clear) {
            FieldDefinition definition = definitions.get(key);
            if (definition != null && definition.required()) {
                faults.add(new InvalidInput.Fault("fields[" + key + "]", "REQUIRED"));
            }
            after.remove(key);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return after;
    }

    /**
     * What is left of the fields of somebody who is erased: a choice of declared options and yes or no, which many have
     * in common; of a text that there was one, of numbers and times nothing.
     */
    Map<String, FieldValue> erased(Map<String, FieldValue> fields, String blank) {
        Map<String, FieldValue> left = new HashMap<>();
        fields.forEach((key, field) -> {
            FieldDefinition definition = definitions.get(key);
            boolean chosen = definition != null && definition.type() == FieldDefinition.Type.OPTION;
            if (field.value() instanceof Boolean || chosen) {
                left.put(key, field);
            } else if (field.value() instanceof String) {
                left.put(key, new FieldValue(blank, field.indexed()));
            }
        });
        return left;
    }

    void checkRequired(Map<String, FieldValue> fields) {
        List<InvalidInput.Fault> faults = definitions.values().stream()
                .filter(definition -> definition.required() && !fields.containsKey(definition.key()))
                .map(definition -> new InvalidInput.Fault("fields[" + definition.key() + "]", "REQUIRED"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Whether a ticket could be given this value today. */
    boolean accepts(String key, Object value) {
        try {
            definition(key).accept(value);
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private FieldDefinition definition(String key) {
        FieldDefinition definition = definitions.get(key);
        if (definition == null) {
            throw new InvalidInput(
                    "fields[" + key + "]", "FIELD_UNKNOWN", Map.of("allowed", List.copyOf(definitions.keySet())));
        }
        return definition;
    }
}
