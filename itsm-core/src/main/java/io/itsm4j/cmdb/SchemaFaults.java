package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput.Fault;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.TicketAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a schema, all of it at once. */
final class SchemaFaults {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int ATTRIBUTES = 200;

    private final CiSchema schema;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, CiAttribute> byKey = new HashMap<>();

    private SchemaFaults(CiSchema schema) {
        this.schema = schema;
    }

    static List<Fault> of(CiSchema schema) {
        SchemaFaults found = new SchemaFaults(schema);
        schema.classes().forEach(found::checkClass);
        schema.relationTypes().forEach(found::checkRelation);
        return found.faults;
    }

    private void checkClass(CiClass each) {
        String at = "classes[" + each.name() + "]";
        checkName(at, each.name());
        checkParent(at, each);
        Set<String> seen = new HashSet<>();
        for (CiAttribute attribute : each.attributes()) {
            checkAttribute(at + ".attributes[" + attribute.key() + "]", attribute, seen);
        }
        if (each.attributes().size() > ATTRIBUTES) {
            add(at + ".attributes", "TOO_MANY", Map.of("limit", ATTRIBUTES));
        }
        for (List<String> keys : each.identifiers()) {
            checkIdentifier(at + ".identifiers", each, keys);
        }
        CiLifecycle lifecycle = each.lifecycle();
        if (lifecycle != null) {
            checkLifecycle(at + ".lifecycle", lifecycle);
        }
    }

    private void checkName(String at, String name) {
        if (!NAME.matcher(name).matches()) {
            add(at, "CI_NAME", Map.of("value", name));
        }
    }

    private void checkParent(String at, CiClass each) {
        String parent = each.parent();
        if (each.name().equals(CiClass.ITEM)) {
            return;
        }
        if (parent == null || schema.find(parent).isEmpty()) {
            add(at + ".parent", "UNKNOWN", Map.of("value", parent == null ? "null" : parent));
        } else if (!schema.isA(each.name(), CiClass.ITEM)) {
            add(at + ".parent", "CI_CLASS_CYCLE", Map.of("value", parent));
        }
    }

    private void checkAttribute(String at, CiAttribute attribute, Set<String> seen) {
        String key = attribute.key();
        boolean formed = !key.isEmpty()
                && key.codePointCount(0, key.length()) <= 40
                && key.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')
                && !Identifier.BUILT_IN.contains(key);
        if (!formed) {
            add(at, "CI_NAME", Map.of("value", key));
        }
        if (!seen.add(TicketAttributes.fold(Normalizer.normalize(key, Normalizer.Form.NFKC)))) {
            add(at, "CI_TWICE", Map.of("value", key));
        }
        boolean isOption = attribute.type() == CiAttribute.Type.OPTION;
        if (isOption == attribute.options().isEmpty()) {
            add(at + ".options", isOption ? "REQUIRED" : "CI_OPTIONS", Map.of());
        }
        Long min = attribute.min();
        Long max = attribute.max();
        if (min != null && max != null && min > max) {
            add(at, "RANGE_REVERSED", Map.of("first", min, "last", max));
        }
        CiAttribute other = byKey.putIfAbsent(key, attribute);
        if (other != null && !CiValues.sameType(other, attribute)) {
            add(at, "CI_TYPE_DIFFERS", Map.of("wanted", other.type(), "given", attribute.type()));
        }
    }

    private void checkIdentifier(String at, CiClass each, List<String> keys) {
        if (keys.isEmpty()) {
            add(at, "REQUIRED", Map.of());
        }
        for (String key : keys) {
            if (!Identifier.BUILT_IN.contains(key)
                    && schema.attribute(each.name(), key).isEmpty()) {
                add(at, "UNKNOWN", Map.of("value", key));
            }
        }
    }

    private void checkLifecycle(String at, CiLifecycle lifecycle) {
        Set<String> names = new HashSet<>();
        for (State status : lifecycle.statuses()) {
            if (!names.add(status.name())) {
                add(at, "CI_TWICE", Map.of("value", status.name()));
            }
        }
        Set<String> lost = new HashSet<>();
        lifecycle.moves().forEach(move -> lost.addAll(List.of(move.from(), move.to())));
        lost.add(lifecycle.initial());
        lost.removeAll(names);
        lost.stream().sorted().forEach(name -> add(at, "UNKNOWN", Map.of("value", name)));
        if (lost.isEmpty()) {
            lifecycle.unreachable().forEach(name -> add(at, "CI_STATUS_UNREACHABLE", Map.of("value", name)));
            lifecycle.traps().forEach(name -> add(at, "CI_STATUS_TRAP", Map.of("value", name)));
        }
    }

    private void checkRelation(RelationType type) {
        String at = "relationTypes[" + type.name() + "]";
        checkName(at, type.name());
        checkName(at + ".inverse", type.inverse());
        for (ClassPair pair : type.pairs()) {
            for (String end : List.of(pair.from(), pair.to())) {
                if (schema.find(end).isEmpty()) {
                    add(at + ".pairs", "UNKNOWN", Map.of("value", end));
                }
            }
        }
        if (type.mostFrom() < 0 || type.mostTo() < 0) {
            add(at, "OUT_OF_LIMIT", Map.of("limit", "≥ 0"));
        }
        if (type.isAcyclic() && type.flow() == ImpactFlow.BOTH) {
            add(at, "CI_FLOW", Map.of());
        }
    }

    private void add(String field, String code, Map<String, ?> detail) {
        faults.add(new Fault(field, code, detail));
    }
}
