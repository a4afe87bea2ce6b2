package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Carries out what changes and releases make of the records, inside their own command. */
final class WriteBack {

    private static final String RELATE = "relate ";
    private static final String UNRELATE = "unrelate ";

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final ItemWriter items;
    private final RelationWriter relations;

    WriteBack(Cmdb cmdb, Ledger ledger) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        CiSchema schema = cmdb.schema(ledger);
        this.items = new ItemWriter(cmdb, ledger, schema);
        this.relations = new RelationWriter(cmdb, ledger, schema);
    }

    /** All edits; those of one item become one change of it, items in the order of their ids. */
    void apply(List<CiEdit> edits) {
        Map<String, List<CiEdit>> values = new TreeMap<>();
        List<CiEdit> graph = new ArrayList<>();
        for (CiEdit edit : edits) {
            if (isRelation(edit)) {
                graph.add(edit);
            } else {
                values.computeIfAbsent(edit.ci(), ci -> new ArrayList<>()).add(edit);
            }
        }
        values.forEach((ci, all) -> applyTo(ledger.get(cmdb.items(), ci), all));
        graph.forEach(this::applyRelation);
    }

    private void applyTo(ConfigurationItem before, List<CiEdit> edits) {
        UpdateItem update = UpdateItem.NOTHING;
        String status = null;
        for (CiEdit edit : edits) {
            String value = edit.value();
            if (edit.key().equals("status")) {
                status = value;
            } else if (value == null) {
                update = update.without(edit.key());
            } else {
                update = with(before, update, edit.key(), value);
            }
        }
        ledger.check(update);
        ConfigurationItem after = update.equals(UpdateItem.NOTHING) ? before : items.update(before, update);
        if (status != null && !status.equals(before.status().name())) {
            move(after, status);
        }
    }

    /** Retires an item on which nothing rests. */
    void retire(ConfigurationItem item) {
        new Retirement(ledger, items, relations).retire(item, RetireItem.because(null));
    }

    private void move(ConfigurationItem item, String status) {
        boolean ends = items.schema()
                .lifecycle(item.ciClass())
                .status(status)
                .filter(state -> state.category().isTerminal())
                .isPresent();
        if (ends) {
            new Retirement(ledger, items, relations)
                    .retire(item, RetireItem.because(null).in(status));
        } else {
            items.move(item, status, "ItemMoved");
        }
    }

    private UpdateItem with(ConfigurationItem item, UpdateItem update, String key, String value) {
        return switch (key) {
            case "name" -> update.named(value);
            case "environment" -> update.environment(value);
            case "owner" -> update.ownedBy(value);
            case "group" -> update.supportedBy(value);
            case "location" -> update.at(value);
            case "service" -> update.serving(value);
            case "criticality" -> update.critical(criticality(value));
            default -> {
                CiSchema schema = items.schema();
                CiAttribute attribute =
                        schema.attribute(item.ciClass(), key).orElseThrow(() -> schema.unknown(item.ciClass(), key));
                yield update.with(key, CiValues.parse(attribute, value));
            }
        };
    }

    static Criticality criticality(String value) {
        try {
            return Criticality.valueOf(value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("criticality", "FIELD_OPTION", Map.of("allowed", List.of(Criticality.values())));
        }
    }

    static boolean isRelation(CiEdit edit) {
        return makes(edit) || edit.key().startsWith(UNRELATE);
    }

    static boolean makes(CiEdit edit) {
        return edit.key().startsWith(RELATE);
    }

    /** The type of the relation that is made or ended. */
    static String typeOf(CiEdit edit) {
        return words(edit).split(" ", 2)[0];
    }

    /** Makes the relation again. */
    static CiEdit relate(CiRelation relation) {
        String group = relation.group() == null ? "" : " " + relation.needed() + " " + relation.group();
        return new CiEdit(relation.from(), RELATE + relation.type() + group, relation.to());
    }

    /** Ends the relation. */
    static CiEdit unrelate(CiRelation relation) {
        return new CiEdit(relation.from(), UNRELATE + relation.type(), relation.to());
    }

    private static String words(CiEdit edit) {
        return edit.key().substring(makes(edit) ? RELATE.length() : UNRELATE.length());
    }

    private void applyRelation(CiEdit edit) {
        String type = words(edit);
        if (edit.value() == null) {
            throw new InvalidInput("value", "REQUIRED", Map.of());
        }
        if (makes(edit)) {
            Relate relate = relate(edit.ci(), type, edit.value());
            ledger.check(relate);
            relations.relate(relate, CiValue.MANUAL);
            return;
        }
        ledger.held(
                        cmdb.relations(),
                        CiRelation.FROM
                                .is(edit.ci())
                                .and(CiRelation.TYPE.is(type))
                                .and(CiRelation.TO.is(edit.value()))
                                .and(CiRelation.holdingAt(null)))
                .forEach(open -> relations.end(open, "RelationEnded"));
    }

    private static Relate relate(String from, String text, String to) {
        String[] parts = text.split(" ", 3);
        if (parts.length == 1) {
            return Relate.of(from, text, to);
        }
        if (parts.length == 2 || !parts[1].matches("[0-9]{1,5}")) {
            throw new InvalidInput(
                    "attribute", "FIELD_TYPE", Map.of("wanted", "relate <type> <needed> <group>", "given", text));
        }
        return Relate.of(from, parts[0], to).redundantly(parts[2], Integer.parseInt(parts[1]));
    }
}
