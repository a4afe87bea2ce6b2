package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.input.JunkIdentifiers;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out what some rows of a feed would do, with a handful of queries for all of them; changes no item. */
final class Planner {

    /** What a feed says beyond attributes. */
    static final Set<String> FIXED = Set.of("name", "environment", "criticality", "owner", "group");

    private static final int SHOWN = 200;

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final Reconciliation plan;
    private final ItemWriter items;
    private final CiSchema schema;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, ConfigurationItem> found = new HashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();

    Planner(Cmdb cmdb, Ledger ledger, Reconciliation plan) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        this.plan = plan;
        this.schema = cmdb.schema(ledger);
        this.items = new ItemWriter(cmdb, ledger, schema);
    }

    /** A row that was read, with what tells its item apart. */
    private record Read(Discovered.Item row, Map<String, Object> values, Set<String> digests) {}

    List<Proposal> plan(List<Discovered> rows) {
        Map<Discovered, Read> read = new HashMap<>();
        Set<String> digests = new HashSet<>();
        for (Discovered row : rows) {
            if (row instanceof Discovered.Item item) {
                Read one = read(item);
                read.put(row, one);
                digests.addAll(one.digests());
            } else if (row instanceof Discovered.Relation relation) {
                digests.addAll(List.of(alias(relation.from()), alias(relation.to())));
            }
        }
        items.prepareIdentities(digests);
        lookUp(digests, rows);
        for (Discovered row : rows) {
            try {
                propose(row, read);
            } catch (InvalidInput fault) {
                reject(row, fault.code(), fault.message(Locale.ROOT));
            }
        }
        return proposals;
    }

    private void lookUp(Set<String> digests, List<Discovered> rows) {
        Set<String> ids = new TreeSet<>();
        digests.forEach(digest -> Optional.ofNullable(items.holder(digest)).ifPresent(ids::add));
        if (!ids.isEmpty()) {
            ledger.list(cmdb.items(), CiAttributes.ID.in(ids)).forEach(item -> found.put(item.id(), item));
        }
        Set<String> keys = new HashSet<>();
        for (Discovered row : rows) {
            if (row instanceof Discovered.Item item && item.key() != null) {
                keys.add(item.key());
            } else if (row instanceof Discovered.Relation relation) {
                keys.add(String.valueOf(relation.from()));
                keys.add(String.valueOf(relation.to()));
            }
        }
        taken(Proposal.FEED_KEY.in(keys));
        taken(Proposal.CI.in(ids));
        taken(Proposal.DIGEST.in(digests));
    }

    private void taken(io.itsm4j.storage.Criterion<Proposal> among) {
        ledger.list(Query.of(
                        Proposal.KIND,
                        ledger.tenant(),
                        Proposal.RECONCILIATION.is(plan.id()).and(among)))
                .forEach(this::take);
    }

    private void take(Proposal proposal) {
        if (proposal.kind() != Proposal.Kind.RELATE && proposal.kind() != Proposal.Kind.REJECT) {
            Optional.ofNullable(proposal.feedKey()).map(key -> "key " + key).ifPresent(taken::add);
            Optional.ofNullable(proposal.ci()).map(ci -> "ci " + ci).ifPresent(taken::add);
            Optional.ofNullable(proposal.digest())
                    .map(digest -> "digest " + digest)
                    .ifPresent(taken::add);
        }
    }

    /** What a feed calls an item, as an identity of the item. */
    String alias(@Nullable String key) {
        return alias(plan.source(), String.valueOf(key));
    }

    static String alias(String source, String key) {
        return Digests.sha256("feed", source, key).substring(0, 32);
    }

    private Read read(Discovered.Item row) {
        String ciClass = String.valueOf(row.ciClass());
        Map<String, Object> values = new TreeMap<>();
        row.values().forEach((key, value) -> {
            if (!(value instanceof String text && text.isBlank())) {
                values.put(key, value);
            }
        });
        Set<String> telling = new HashSet<>();
        schema.identifiers(ciClass).forEach(identifier -> telling.addAll(identifier.keys()));
        values.entrySet()
                .removeIf(entry -> telling.contains(entry.getKey())
                        && !Identifier.BUILT_IN.contains(entry.getKey())
                        && JunkIdentifiers.isJunk(entry.getValue().toString()));
        Set<String> digests = new LinkedHashSet<>();
        if (row.key() != null) {
            digests.add(alias(row.key()));
        }
        digests.addAll(items.digests(
                ciClass,
                key -> Optional.ofNullable(values.get(key))
                        .map(Object::toString)
                        .orElse(null)));
        return new Read(row, values, digests);
    }

    private void propose(Discovered row, Map<Discovered, Read> read) {
        if (row instanceof Discovered.Broken broken) {
            throw new InvalidInput(broken.field(), broken.code(), broken.detail());
        }
        if (row instanceof Discovered.Relation relation) {
            proposeRelation(relation);
        } else {
            proposeItem(Objects.requireNonNull(read.get(row)));
        }
    }

    private void proposeItem(Read read) {
        Discovered.Item row = read.row();
        checkLength("key", row.key(), 200);
        if (row.ciClass() == null || row.ciClass().isBlank()) {
            throw new InvalidInput("class", "REQUIRED", Map.of());
        }
        if (schema.get(row.ciClass()).isAbstract()) {
            throw new InvalidInput("class", "CI_ABSTRACT", Map.of("value", row.ciClass()));
        }
        Map<String, String> values = accepted(row, read.values());
        Set<String> holders = new TreeSet<>();
        read.digests()
                .forEach(digest -> Optional.ofNullable(items.holder(digest)).ifPresent(holders::add));
        if (holders.size() > 1) {
            throw new InvalidInput("row", "CI_FEED_AMBIGUOUS", Map.of("items", holders));
        }
        String ci = holders.isEmpty() ? null : holders.iterator().next();
        String digest = read.digests().stream()
                .filter(one -> row.key() == null || !one.equals(alias(row.key())))
                .findFirst()
                .orElse(null);
        checkOnce(row, ci, digest);
        ConfigurationItem item = ci == null ? null : found.get(ci);
        if (ci != null && item == null) {
            throw new InvalidInput("row", "CI_FEED_RESTRICTED", Map.of("value", label(row)));
        }
        if (item == null) {
            proposeNew(row, values, digest);
        } else {
            proposeUpdate(row, item, values, digest);
        }
    }

    private static void checkLength(String field, @Nullable String text, int most) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            throw new InvalidInput(field, "TOO_LONG", Map.of("limit", most));
        }
    }

    private void checkOnce(Discovered.Item row, @Nullable String ci, @Nullable String digest) {
        boolean twice = row.key() != null && taken.contains("key " + row.key())
                || ci != null && taken.contains("ci " + ci)
                || digest != null && taken.contains("digest " + digest);
        if (twice) {
            throw new InvalidInput("row", "CI_FEED_TWICE", Map.of("value", label(row)));
        }
    }

    /** The values as texts, each one that the class takes. */
    private Map<String, String> accepted(Discovered.Item row, Map<String, Object> values) {
        String ciClass = String.valueOf(row.ciClass());
        Map<String, String> accepted = new TreeMap<>();
        List<InvalidInput.Fault> faults = new ArrayList<>();
        values.forEach((key, value) -> {
            try {
                accepted.put(
                        key, FIXED.contains(key) ? fixed(key, value) : accepted(ciClass, key, value, row.isText()));
            } catch (InvalidInput broken) {
                faults.addAll(broken.faults());
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return accepted;
    }

    private static String fixed(String key, Object value) {
        if (!(value instanceof String text)) {
            throw new InvalidInput(
                    key,
                    "FIELD_TYPE",
                    Map.of("wanted", "TEXT", "given", value.getClass().getSimpleName()));
        }
        checkLength(
                key, text, key.equals("name") ? ConfigurationItem.NAME_LIMIT : key.equals("environment") ? 40 : 100);
        return key.equals("criticality") ? WriteBack.criticality(text).name() : text.strip();
    }

    private String accepted(String ciClass, String key, Object value, boolean isText) {
        CiAttribute attribute = schema.attribute(ciClass, key).orElseThrow(() -> schema.unknown(ciClass, key));
        boolean parse = isText || attribute.type() == CiAttribute.Type.TIME && value instanceof String;
        Object plain = parse ? CiValues.parse(attribute, value.toString()) : CiValues.accept(attribute, value);
        return plain.toString();
    }

    private void proposeNew(Discovered.Item row, Map<String, String> values, @Nullable String digest) {
        if (!values.containsKey("name")) {
            throw new InvalidInput("name", "REQUIRED", Map.of());
        }
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.removeAll(FIXED);
        schema.checkRequired(String.valueOf(row.ciClass()), keys);
        Map<String, @Nullable String> after = new TreeMap<>(values);
        after.put("class", row.ciClass());
        add(row, Proposal.Kind.CREATE, null, row.key(), digest, label(row), after, null);
    }

    private void proposeUpdate(
            Discovered.Item row, ConfigurationItem item, Map<String, String> values, @Nullable String digest) {
        if (!item.ciClass().equals(row.ciClass())) {
            throw new InvalidInput("class", "CI_FEED_CLASS", Map.of("value", item.ciClass(), "name", item.name()));
        }
        if (!item.isLive()) {
            throw new InvalidInput(
                    "row",
                    "CI_RETIRED",
                    Map.of("name", item.name(), "status", item.status().label()));
        }
        Map<String, @Nullable String> after = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        values.forEach((key, value) -> {
            if (!value.equals(ItemWriter.fixedText(item, key))) {
                if (items.mayOverwrite(item, key, plan.source())) {
                    after.put(key, value);
                } else {
                    kept.add(key);
                }
            }
        });
        String reason = kept.isEmpty() ? null : String.join(", ", kept);
        boolean isFresh = item.lastSeenAt().plus(cmdb.policy().seenEvery()).isAfter(ledger.now());
        boolean isKnown = row.key() == null || items.holder(alias(row.key())) != null;
        if (!after.isEmpty() || !isKnown) {
            add(row, Proposal.Kind.UPDATE, item.id(), row.key(), digest, item.name(), after, reason);
        } else if (!isFresh || reason != null) {
            add(row, Proposal.Kind.CONFIRM, item.id(), row.key(), digest, item.name(), after, reason);
        }
        taken.add("ci " + item.id());
    }

    private void proposeRelation(Discovered.Relation row) {
        schema.relation(String.valueOf(row.type()));
        checkEnd("from", row.from());
        checkEnd("to", row.to());
        Map<String, @Nullable String> after = new TreeMap<>();
        after.put("from", row.from());
        after.put("type", row.type());
        after.put("to", row.to());
        if (row.group() != null && !row.group().isBlank()) {
            checkLength("group", row.group(), 40);
            after.put("group", row.group());
            after.put("needed", Integer.toString(row.needed()));
        }
        add(row, Proposal.Kind.RELATE, null, null, null, row.from() + " " + row.type() + " " + row.to(), after, null);
    }

    private void checkEnd(String field, @Nullable String end) {
        boolean known = end != null
                && (taken.contains("key " + end)
                        || items.holder(alias(end)) != null
                        || Edges.isItem(end)
                        || end.indexOf(':') > 0);
        if (!known) {
            throw new InvalidInput(field, "UNKNOWN", Map.of("value", String.valueOf(end)));
        }
    }

    private static String label(Discovered.Item row) {
        Object name = row.values().get("name");
        return name != null ? name.toString() : row.key() != null ? row.key() : String.valueOf(row.ciClass());
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    private void add(
            Discovered row,
            Proposal.Kind kind,
            @Nullable String ci,
            @Nullable String key,
            @Nullable String digest,
            String label,
            Map<String, @Nullable String> after,
            @Nullable String reason) {
        Proposal proposal = new Proposal(
                ledger.newId(),
                ledger.tenant(),
                plan.id(),
                plan.faults() + plan.changes() + proposals.size() + 1,
                row.row(),
                kind,
                Proposal.Status.WAITING,
                ci,
                key,
                digest,
                shown(label),
                ProposalForm.write(after),
                "",
                null,
                reason);
        take(proposal);
        proposals.add(proposal);
    }

    private void reject(Discovered row, String code, String why) {
        String label = row instanceof Discovered.Item item ? label(item) : "";
        proposals.add(new Proposal(
                ledger.newId(),
                ledger.tenant(),
                plan.id(),
                plan.faults() + plan.changes() + proposals.size() + 1,
                row.row(),
                Proposal.Kind.REJECT,
                Proposal.Status.WAITING,
                null,
                null,
                null,
                shown(clean(label)),
                "",
                "",
                code,
                why.length() > 2000 ? why.substring(0, why.offsetByCodePoints(0, 1000)) : clean(why)));
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
