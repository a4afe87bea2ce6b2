package io.itsm4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The input of a command or a query is wrong; all faults are reported at once. */
public final class InvalidInput extends ItsmException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One fault of one field.
     *
     * @param field the path of the field, for example {@code title} or {@code tasks[2].title}
     * @param code the stable code, for example {@code REQUIRED}
     * @param detail further facts such as {@code limit}
     */
    public record Fault(String field, String code, Map<String, ?> detail) {

        /** Copies the detail and adds the field to it. */
        public Fault {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("field", field);
            all.putAll(detail);
            detail = java.util.Collections.unmodifiableMap(all);
        }

        /** A fault without further facts. */
        public Fault(String field, String code) {
            this(field, code, Map.of());
        }

        /** The same fault of another field, say of the same one within a list. */
        public Fault of(String other) {
            Map<String, Object> rest = new LinkedHashMap<>(detail);
            rest.remove("field");
            return new Fault(other, code, rest);
        }

        /** The message of this fault in a language, never null. */
        public String message(Locale locale) {
            return Messages.render(code, detail, locale);
        }
    }

    /**
     * Reports faults.
     *
     * @param faults at least one; the first gives the code
     */
    public InvalidInput(List<Fault> faults) {
        super(faults.get(0).code(), faults.get(0).detail(), null);
        this.faults = List.copyOf(faults);
    }

    /** Reports one fault of one field. */
    public InvalidInput(String field, String code, Map<String, ?> detail) {
        this(List.of(new Fault(field, code, detail)));
    }

    /** Every fault, in the order of the fields; never empty. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    @Override
    public String getMessage() {
        return faults == null ? String.valueOf(super.getMessage()) : message(Locale.ROOT);
    }

    @Override
    public String message(Locale locale) {
        return faults().stream().map(fault -> fault.message(locale)).collect(Collectors.joining("; "));
    }
}
