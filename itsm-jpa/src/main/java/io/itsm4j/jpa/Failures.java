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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a failure of the provider, the driver or the database means, and whose rows it is about. */
final class Failures {

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
        if (failure instanceof ItsmException known) {
            return known;
        }
        RuntimeException meaning = meaning(failure);
        if (meaning != null) {
            return meaning;
        }
        return isOfPersistence(failure)
                ? new StoreUnavailable("STORE_REFUSED", Map.of("retryable", false, "cause", shown(failure)), failure)
                : failure;
    }

    /** The failure of a flush, which wrote the host's rows as well as ours: theirs is theirs. */
    static RuntimeException atFlush(RuntimeException failure) {
        if (failure instanceof ItsmException) {
            return failure;
        }
        RuntimeException meaning = meaning(failure);
        if (meaning instanceof StoreUnavailable) {
            return meaning;
        }
        return isAboutOurRows(failure) ? ours(failure) : failure;
    }

    private static @Nullable RuntimeException meaning(RuntimeException failure) {
        for (SQLException sql : sqlCauses(failure)) {
            RuntimeException meaning = meaning(sql, failure);
            if (meaning != null) {
                return meaning;
            }
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof LockTimeoutException || cause instanceof PessimisticLockException) {
                return lost("LOCK_TIMEOUT", failure);
            }
            if (cause instanceof OptimisticLockException) {
                return lost("GONE", failure);
            }
            if (cause instanceof QueryTimeoutException) {
                return unavailable(true, failure);
            }
        }
        return null;
    }

    private static @Nullable RuntimeException meaning(SQLException sql, RuntimeException failure) {
        String state = String.valueOf(sql.getSQLState());
        int code = sql.getErrorCode();
        if (state.equals("23505") || (state.startsWith("23") && code == 1062)) {
            return new Conflict("DUPLICATE", Map.of("key", keyOf(sql), "retryable", true), failure);
        }
        if (state.equals("40P01") || state.equals("40001") || code == 1213 || code == 1020) {
            return lost("DEADLOCK", failure);
        }
        if (LOCK_LOST.contains(state) || code == 1205) {
            return lost("LOCK_TIMEOUT", failure);
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

    private static Conflict lost(String code, RuntimeException failure) {
        return new Conflict(code, Map.of("retryable", true), failure);
    }

    private static StoreUnavailable unavailable(boolean retryable, RuntimeException failure) {
        return new StoreUnavailable(
                "STORE_UNAVAILABLE", Map.of("retryable", retryable, "cause", shown(failure)), failure);
    }

    private static String keyOf(SQLException sql) {
        Matcher key = Pattern.compile("uq_itsm_\\w+|itsm_\\w+", Pattern.CASE_INSENSITIVE)
                .matcher(String.valueOf(sql.getMessage()));
        return key.find() ? key.group().toLowerCase(java.util.Locale.ROOT) : "";
    }

    /** The statement names the table before any value, so that a value cannot pass for a table. */
    private static boolean isAboutOurRows(RuntimeException failure) {
        for (Throwable cause : causes(failure)) {
            String message = String.valueOf(cause.getMessage());
            Matcher table = WRITTEN.matcher(message);
            if (table.find()) {
                String name = table.group(1).replaceAll("[\"`\\[\\]]", "");
                return name.substring(name.lastIndexOf('.') + 1).regionMatches(true, 0, "itsm_", 0, 5);
            }
            if (message.contains(JpaStore.ENTITY_PACKAGE + ".")) {
                return true;
            }
        }
        return false;
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
