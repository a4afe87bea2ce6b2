package io.itsm4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything the library throws on purpose.
 *
 * <p>A failure has a stable {@link #code()} for programs, a {@link #message(Locale) message} in English and Simplified
 * Chinese for people, and {@link #detail()} for both. A command that throws has written no row and no event.
 */
public abstract sealed class ItsmException extends RuntimeException
        permits Conflict,
                HostFault,
                InUse,
                InvalidInput,
                NotFound,
                NotPermitted,
                RuleViolated,
                StoreUnavailable,
                TransitionRefused {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> detail;

    ItsmException(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(Messages.render(code, detail, Locale.ROOT), cause);
        this.code = code;
        this.detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /** The stable code, upper case with underscores, for example {@code TOO_LONG}; never null. */
    public final String code() {
        return code;
    }

    /** Machine-readable facts of the failure (field, limit, ids, allowed values); never null, unmodifiable. */
    public final Map<String, Object> detail() {
        return detail == null ? Map.of() : detail;
    }

    /**
     * The message in a language.
     *
     * @param locale any locale; Chinese ones give Simplified Chinese, all others English
     * @return one line without control characters, never null
     */
    public String message(Locale locale) {
        return Messages.render(code, detail(), locale);
    }

    /** Whether the same call may succeed when it is simply made again. */
    public boolean retryable() {
        return false;
    }
}
