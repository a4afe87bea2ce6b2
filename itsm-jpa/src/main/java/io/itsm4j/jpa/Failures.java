package io.itsm4j.jpa;

import io.itsm4j.Conflict;
import io.itsm4j.ItsmException;
import io.itsm4j.StoreUnavailable;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a failure of the provider, the driver or the database means, and whose rows it is about. */
final class Failures {

    private static final String PREFIX = "itsm_";
    private static final Set<String> UNAVAILABLE =
            Set.of("57P01", "57P02", "57P03", "57014", "53300", "53200", "70100", "90098", "90121", "90067", "90031");
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");
    private static final Set<String> LOCK_LOST = Set.of("55P03", "HYT00");
    private static final Set<Integer> MARIADB_UNAVAILABLE = Set.of(1040, 1053, 1317, 1969, 3024);
    private static final Set<Integer> MARIADB_READ_ONLY = Set.of(1290, 1792, 1836);
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:insert\\s+into|update|delete\\s+from|delete)\\s+((?:[\\w\"`\\[\\]$]+\\.)*[\"`\\[]?\\w+)",
            Pattern.CASE_INSENSITIVE);

    private Failures() {}

    /** The failure of one of our own statements. */
    static RuntimeException ours(RuntimeException failure) {
        return ours(failure, "", Duration.ZERO);
    }

    /**
     * The failure of one of our own statements.
     *
     * @param record what it was about
     * @param waited how long a lock is waited for
     */
    static RuntimeException ours(RuntimeException failure, String record, Duration waited) {
        if (failure instanceof ItsmException known) {
            return known;
        }
        RuntimeException meaning = meaning(failure, facts(record, waited));
        if (meaning != null) {
            return meaning;
        }
        return isOfPersistence(failure)
                ? new StoreUnavailable("STORE_REFUSED", Map.of("retryable", false, "cause", shown(failure)), failure)
                : failure;
    }

    /** The failure of a flush, which wrote the host's rows as well as ours: theirs is theirs. */
    static RuntimeException atFlush(RuntimeException failure, Duration waited) {
        if (failure instanceof ItsmException) {
            return failure;
        }
        String table = table(failure);
        RuntimeException meaning = meaning(failure, facts(table, waited));
        if (meaning instanceof StoreUnavailable) {
            return meaning;
        }
        return table.isEmpty() ? failure : ours(failure, table, waited);
    }

    private static Map<String, Object> facts(String record, Duration waited) {
        return Map.of("record", record, "seconds", waited.toMillis() / 1e3, "retryable", true);
    }

    private static @Nullable RuntimeException meaning(RuntimeException failure, Map<String, Object> facts) {
        for (SQLException sql : sqlCauses(failure)) {
            RuntimeException meaning = meaning(sql, failure, facts);
            if (meaning != null) {
                return meaning;
            }
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof LockTimeoutException || cause instanceof PessimisticLockException) {
                return new Conflict("LOCK_TIMEOUT", facts, failure);
            }
            if (cause instanceof OptimisticLockException) {
                return new Conflict("GONE", facts, failure);
            }
            if (cause instanceof QueryTimeoutException) {
                return unavailable(true, failure);
            }
        }
        return null;
    }

    private static @Nullable RuntimeException meaning(
            SQLException sql, RuntimeException failure, Map<String, Object> facts) {
        String state = String.valueOf(sql.getSQLState());
        int code = sql.getErrorCode();
        if (state.equals("23505") || (state.startsWith("23") && code == 1062)) {
            return new Conflict(
                    "DUPLICATE", Map.of("kind", kind(failure), "key", keyOf(sql), "retryable", true), failure);
        }
        if (state.equals("40P01") || state.equals("40001") || code == 1213 || code == 1020) {
            return new Conflict("DEADLOCK", facts, failure);
        }
        if (LOCK_LOST.contains(state) || code == 1205) {
            return new Conflict("LOCK_TIMEOUT", facts, failure);
        }
        if (READ_ONLY.contains(state) || MARIADB_READ_ONLY.contains(code)) {
            return unavailable(false, failure);
        }
        boolean gone = state.startsWith("08")
                || UNAVAILABLE.contains(state)
                || MARIADB_UNAVAILABLE.contains(code)
                || sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLTimeoutException;
        return gone ? unavailable(true, failure) : null;
    }

    private static StoreUnavailable unavailable(boolean retryable, RuntimeException failure) {
        return new StoreUnavailable(
                "STORE_UNAVAILABLE", Map.of("retryable", retryable, "cause", shown(failure)), failure);
    }

    private static String keyOf(SQLException sql) {
        Matcher key = Pattern.compile("uq_itsm_\\w+|itsm_\\w+", Pattern.CASE_INSENSITIVE)
                .matcher(String.valueOf(sql.getMessage()));
        return key.find() ? key.group().toLowerCase(Locale.ROOT) : "";
    }

    private static String kind(RuntimeException failure) {
        String table = table(failure);
        return table.startsWith(PREFIX) ? table.substring(PREFIX.length()) : table;
    }

    /**
     * Which of our tables or entities a failure is about, empty when it is none of ours. The statement names the table
     * before any value, so that a value cannot pass for a table.
     */
    private static String table(RuntimeException failure) {
        for (Throwable cause : causes(failure)) {
            String message = String.valueOf(cause.getMessage());
            Matcher table = WRITTEN.matcher(message);
            if (table.find()) {
                String name = table.group(1).replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
                name = name.substring(name.lastIndexOf('.') + 1);
                return name.startsWith(PREFIX) ? name : "";
            }
            int entity = message.indexOf(JpaStore.ENTITY_PACKAGE + ".");
            if (entity >= 0) {
                return message.substring(entity).split("[^\\w.$]", 2)[0];
            }
        }
        return "";
    }

    private static boolean isOfPersistence(RuntimeException failure) {
        return failure instanceof jakarta.persistence.PersistenceException
                || failure.getClass().getName().startsWith("org.hibernate.")
                || failure.getClass().getName().startsWith("org.eclipse.persistence.")
                || failure.getClass().getName().startsWith("org.springframework.dao.")
                || failure.getClass().getName().startsWith("org.springframework.orm.");
    }

    /** Never the database's message, which may quote stored values; that stays in the cause. */
    private static String shown(RuntimeException failure) {
        List<SQLException> sql = sqlCauses(failure);
        if (sql.isEmpty()) {
            return failure.getClass().getSimpleName();
        }
        SQLException last = sql.get(sql.size() - 1);
        return "SQLState " + last.getSQLState() + ", code " + last.getErrorCode();
    }

    private static List<SQLException> sqlCauses(Throwable failure) {
        List<SQLException> found = new ArrayList<>();
        for (Throwable cause : causes(failure)) {
            SQLException next = cause instanceof SQLException sql ? sql : null;
            for (int i = 0; next != null && i < 10; i++) {
                found.add(next);
                next = next.getNextException();
            }
        }
        return found;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable at = failure; at != null && all.size() < 20 && !all.contains(at); at = at.getCause()) {
            all.add(at);
        }
        return all;
    }
}
