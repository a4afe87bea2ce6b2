package io.itsm4j.cmdb;

import io.itsm4j.journal.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form in which proposals keep values: texts by key, null for no value. */
final class ProposalForm {

    private ProposalForm() {}

    static String write(Map<String, @Nullable String> values) {
        return CanonicalJson.write(values);
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable String> read(String form) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        if (!form.isEmpty()) {
            ((Map<String, @Nullable Object>) Objects.requireNonNull(CanonicalJson.read(form)))
                    .forEach((key, value) -> values.put(key, (String) value));
        }
        return values;
    }
}
