package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Stores and reads definitions by content. */
final class StoredDefinitions {

    private static final Criterion<StoredDefinition> IS_CURRENT =
            StoredDefinition.STATUS.is(StoredDefinition.Status.CURRENT);

    private StoredDefinitions() {}

    static <T> StoredDefinition define(Ledger ledger, DefinitionForm<T> form, String key, T value) {
        if (key.isBlank() || key.codePointCount(0, key.length()) > StoredDefinition.KEY_LENGTH) {
            throw new InvalidInput(
                    "key", key.isBlank() ? "REQUIRED" : "TOO_LONG", Map.of("limit", StoredDefinition.KEY_LENGTH));
        }
        String body = CanonicalJson.write(form.write().apply(value));
        String hash = Digests.sha256(body);
        List<StoredDefinition> newest =
                ledger.list(Query.of(StoredDefinition.KIND, ledger.tenant(), of(form).and(StoredDefinition.KEY.is(key)))
                        .sortedBy(Sort.descending(StoredDefinition.REVISION))
                        .limitedTo(1));
        StoredDefinition last = newest.isEmpty()
                ? null
                : ledger.get(StoredDefinition.TYPE, newest.get(0).id());
        if (last != null && last.status() == StoredDefinition.Status.CURRENT) {
            if (last.hash().equals(hash)) {
                return last;
            }
            ledger.change(
                    StoredDefinition.TYPE,
                    last,
                    last.with(StoredDefinition.Status.SUPERSEDED),
                    "DefinitionSuperseded",
                    Map.of());
        }
        StoredDefinition next = new StoredDefinition(
                ledger.newId(),
                ledger.tenant(),
                form.kind(),
                key,
                last == null ? 1 : last.revision() + 1,
                hash,
                body,
                StoredDefinition.Status.CURRENT,
                ledger.now(),
                0,
                ChainHead.NONE);
        return ledger.add(StoredDefinition.TYPE, next, "DefinitionStored", Map.of());
    }

    static <T> Optional<StoredDefinition> retire(Ledger ledger, DefinitionForm<T> form, String key) {
        return ledger
                .held(
                        StoredDefinition.TYPE,
                        of(form).and(StoredDefinition.KEY.is(key)).and(IS_CURRENT))
                .stream()
                .findFirst()
                .map(current -> ledger.change(
                        StoredDefinition.TYPE,
                        current,
                        current.with(StoredDefinition.Status.RETIRED),
                        "DefinitionRetired",
                        Map.of()));
    }

    static <T> Optional<Defined<T>> current(Books books, TenantId tenant, DefinitionForm<T> form, String key) {
        return first(books, tenant, form, StoredDefinition.KEY.is(key).and(IS_CURRENT));
    }

    static <T> Optional<Defined<T>> ofHash(Books books, TenantId tenant, DefinitionForm<T> form, String hash) {
        return first(books, tenant, form, StoredDefinition.HASH.is(hash));
    }

    static <T> List<Defined<T>> all(Books books, TenantId tenant, DefinitionForm<T> form) {
        return books
                .work()
                .list(Query.of(StoredDefinition.KIND, tenant, of(form).and(IS_CURRENT))
                        .sortedBy(Sort.ascending(StoredDefinition.KEY)))
                .stream()
                .map(stored -> new Defined<>(stored, value(books, form, stored)))
                .toList();
    }

    static <T> List<Defined<T>> all(Books books, TenantId tenant, DefinitionForm<T> form, Instant instant) {
        Map<String, StoredDefinition> newest = new TreeMap<>();
        books
                .work()
                .list(Query.of(StoredDefinition.KIND, tenant, of(form))
                        .sortedBy(Sort.ascending(StoredDefinition.REVISION)))
                .stream()
                .filter(stored -> !stored.definedAt().isAfter(instant))
                .forEach(stored -> newest.put(stored.key(), stored));
        return newest.values().stream()
                .map(stored -> new Defined<>(stored, value(books, form, stored)))
                .toList();
    }

    private static <T> Optional<Defined<T>> first(
            Books books, TenantId tenant, DefinitionForm<T> form, Criterion<StoredDefinition> which) {
        return books
                .work()
                .list(Query.of(StoredDefinition.KIND, tenant, of(form).and(which))
                        .limitedTo(1))
                .stream()
                .findFirst()
                .map(stored -> new Defined<>(stored, value(books, form, stored)));
    }

    private static Criterion<StoredDefinition> of(DefinitionForm<?> form) {
        return StoredDefinition.FORM.is(form.kind());
    }

    private static <T> T value(Books books, DefinitionForm<T> form, StoredDefinition stored) {
        return books.engine().values().of(form, stored);
    }

    /** Reads a stored body. */
    @SuppressWarnings("unchecked")
    static <T> T read(DefinitionForm<T> form, StoredDefinition stored) {
        return form.read().apply((Map<String, ?>) Objects.requireNonNull(CanonicalJson.read(stored.body())));
    }
}
