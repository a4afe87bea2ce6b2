package io.itsm4j.ticket;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps values of definitions that were read; a content has one value for ever, so nothing ever grows stale. */
final class DefinitionValues {

    private static final int MOST = 10_000;

    private record Content(String form, String hash) {}

    private final ConcurrentMap<Content, Object> values = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> T of(DefinitionForm<T> form, StoredDefinition stored) {
        Content content = new Content(form.kind(), stored.hash());
        Object known = values.get(content);
        if (known == null) {
            known = Objects.requireNonNull(StoredDefinitions.read(form, stored));
            if (values.size() >= MOST) {
                values.clear();
            }
            values.put(content, known);
        }
        return (T) known;
    }
}
