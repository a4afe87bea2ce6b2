package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.ticket.Ledger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares some rows of what was found with what is recorded, within one command. */
final class Auditor {

    private static final int OBSERVED = 2_000;

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final Audit audit;
    private final String source;
    private final CiSchema schema;
    private final ItemWriter items;
    private int matched;
    private int exact;
    private int deviations;

    Auditor(Cmdb cmdb, Ledger ledger, Audit audit, String source) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        this.audit = audit;
        this.source = source;
        this.schema = cmdb.schema(ledger);
        this.items = new ItemWriter(cmdb, ledger, schema);
    }

    /** The audit after these rows; items that were found are added to those seen. */
    Audit observe(List<Discovered.Item> rows, Set<String> expected, Set<String> seen) {
        Map<Discovered.Item, Set<String>> digests = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (Discovered.Item row : rows) {
            Set<String> telling = new TreeSet<>(items.digests(
                    String.valueOf(row.ciClass()),
                    key -> Optional.ofNullable(row.values().get(key))
                            .map(Object::toString)
                            .orElse(null)));
            if (row.key() != null) {
                telling.add(Planner.alias(source, row.key()));
            }
            digests.put(row, telling);
            all.addAll(telling);
        }
        items.prepareIdentities(all);
        Set<String> ids = new TreeSet<>();
        all.forEach(digest -> Optional.ofNullable(items.holder(digest)).ifPresent(ids::add));
        Map<String, ConfigurationItem> found = new HashMap<>();
        if (!ids.isEmpty()) {
            ledger.list(cmdb.items(), CiAttributes.ID.in(ids)).forEach(item -> found.put(item.id(), item));
        }
        for (Discovered.Item row : rows) {
            Set<String> telling = digests.getOrDefault(row, Set.of());
            ConfigurationItem item = telling.stream()
                    .flatMap(digest -> Optional.ofNullable(items.holder(digest)).stream())
                    .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                    .findFirst()
                    .orElse(null);
            if (item == null && telling.stream().anyMatch(digest -> items.holder(digest) != null)) {
                continue; // recorded, and not for this actor to see
            }
            if (item == null || !item.isLive()) {
                unexpected(row, item);
            } else {
                boolean isNew = seen.add(item.id());
                compare(row, item, isNew && expected.contains(item.id()));
            }
        }
        return ledger.change(
                cmdb.audits(),
                audit,
                audit.counting(0, rows.size(), matched, exact, deviations),
                "AuditExtended",
                Map.of());
    }

    private void unexpected(Discovered.Item row, @Nullable ConfigurationItem retired) {
        Map<String, @Nullable String> values = new TreeMap<>();
        row.values().forEach((key, value) -> values.put(key, value.toString()));
        values.put("class", row.ciClass());
        String form = ProposalForm.write(values);
        Object name = row.values().get("name");
        String label =
                name != null ? name.toString() : Optional.ofNullable(row.key()).orElse(String.valueOf(row.ciClass()));
        deviate(
                Deviation.Kind.UNEXPECTED,
                retired == null ? null : retired.id(),
                label,
                null,
                null,
                form.length() <= OBSERVED ? form : null);
    }

    private void compare(Discovered.Item row, ConfigurationItem item, boolean isExpected) {
        int before = deviations;
        row.values().forEach((key, value) -> {
            String recorded = ItemWriter.fixedText(item, key);
            String observed = text(item, key, value, row.isText());
            if (observed != null && !observed.equals(recorded)) {
                deviate(Deviation.Kind.DIFFERENT, item.id(), item.name(), key, recorded, observed);
            }
        });
        matched += isExpected ? 1 : 0;
        exact += isExpected && deviations == before ? 1 : 0;
    }

    /** The value in the form in which it would be recorded; as it came when it could not be, null for none. */
    private @Nullable String text(ConfigurationItem item, String key, Object value, boolean isText) {
        String text = value.toString();
        if (text.isBlank()) {
            return null;
        }
        try {
            return schema.attribute(item.ciClass(), key)
                    .map(attribute -> isText ? CiValues.parse(attribute, text) : CiValues.accept(attribute, value))
                    .map(Object::toString)
                    .orElse(text);
        } catch (InvalidInput unfit) {
            return text;
        }
    }

    /** The audit after these items were expected and not found. */
    Audit missing(List<ConfigurationItem> lost, int expected) {
        lost.forEach(item -> deviate(Deviation.Kind.MISSING, item.id(), item.name(), null, null, null));
        return ledger.change(
                cmdb.audits(), audit, audit.counting(expected, 0, 0, 0, deviations), "AuditExtended", Map.of());
    }

    private void deviate(
            Deviation.Kind kind,
            @Nullable String ci,
            String label,
            @Nullable String key,
            @Nullable String recorded,
            @Nullable String observed) {
        deviations++;
        String change = ci == null
                ? null
                : cmdb.changes().covering(ledger, ci, audit.at()).orElse(null);
        ledger.add(
                cmdb.deviations(),
                new Deviation(
                        ledger.newId(),
                        ledger.tenant(),
                        0,
                        audit.id(),
                        kind,
                        ci,
                        cut(label, 200),
                        key == null ? null : cut(key, 80),
                        recorded == null ? null : shortened(recorded),
                        observed == null ? null : shortened(observed),
                        change,
                        Deviation.Disposition.OPEN,
                        null,
                        null,
                        null,
                        null,
                        ChainHead.NONE),
                change == null ? "UnauthorisedDeviationFound" : "DeviationFound",
                Map.of());
    }

    /** A value as a deviation keeps it. */
    static String shortened(String value) {
        return cut(value, OBSERVED);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : Objects.requireNonNull(text.substring(0, text.offsetByCodePoints(0, most)));
    }
}
