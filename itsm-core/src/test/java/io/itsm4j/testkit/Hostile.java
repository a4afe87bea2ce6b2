package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.IdSource;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.NumberBlock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of hostile inputs and faults share: a scene, and the contract that every refusal keeps. */
abstract class Hostile extends Contract {

    /** Whether tests run at their full size: {@code -Ditsm.test.size=full}. */
    protected static final boolean FULL = "full".equals(System.getProperty("itsm.test.size"));

    protected static final TicketId NOBODYS = TicketId.of("01890000-0000-7000-8000-000000000000");

    /** The codes whose texts name a limit. */
    private static final Set<String> LIMITED =
            Set.of("TOO_LONG", "TOO_MANY", "OUT_OF_LIMIT", "QUERY_FILTER", "QUERY_PAGE");

    protected final Actor rival = Actor.of("rival", "rita", Role.AGENT, Role.MANAGER, Role.REQUESTER);

    protected final List<DomainEvent> heard = Collections.synchronizedList(new ArrayList<>());
    protected final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** One source for all that a test builds on the same store, so that no two give the same id. */
    private final IdSource ids = IdSource.seeded(7);

    protected Itsm itsm;

    @BeforeEach
    void setTheScene() {
        itsm = scene().build();
    }

    /** A builder on the empty store whose events and measurements the tests can see. */
    protected Itsm.Builder scene() {
        return builder().ids(ids).listener(heard::add).meters(meters);
    }

    /** Incidents as the agent bob has them. */
    protected Incidents incidents() {
        return itsm.as(bob).incidents();
    }

    protected Ticket<Incident> opened(String title) {
        return incidents().open(OpenTicket.titled(title).requestedBy("alice"));
    }

    protected Ticket<Incident> resolved(String title) {
        return incidents().resolve(opened(title).id(), fixed());
    }

    protected static ResolveIncident fixed() {
        return ResolveIncident.with("FIXED", "cable replaced");
    }

    /** A failure and what must stand in its message. */
    protected static <T extends ItsmException> T says(T failure, String... parts) {
        assertThat(failure.message(Locale.ENGLISH)).contains(parts);
        assertThat(failure.message(Locale.SIMPLIFIED_CHINESE)).contains(parts);
        return failure;
    }

    /**
     * Runs what must be refused and holds it to the general contract: a typed failure with the code, messages in both
     * languages that name field and limit, and no trace in the store, among the events or among the successes.
     */
    protected <T extends ItsmException> T refusedWithoutTrace(Class<T> kind, String code, ThrowingCallable wrong) {
        Map<String, Set<Object>> rows = rows(store);
        int events = heard.size();
        long successes = successes();
        T failure = refused(kind, code, wrong);
        speaksBothLanguages(failure);
        assertThat(differences(rows, rows(store))).as("rows after %s", code).isEmpty();
        assertThat(heard).as("events after %s", code).hasSize(events);
        assertThat(successes()).as("successes counted after %s", code).isEqualTo(successes);
        assertThat(store.isInTransaction()).isFalse();
        return failure;
    }

    /** The same, and the call with the value corrected succeeds at once. */
    protected <T extends ItsmException> T refusedWithoutTrace(
            Class<T> kind, String code, ThrowingCallable wrong, ThrowingCallable corrected) {
        T failure = refusedWithoutTrace(kind, code, wrong);
        try {
            corrected.call();
        } catch (Throwable still) {
            throw new AssertionError("the corrected call must succeed after " + code, still);
        }
        return failure;
    }

    /** The same for one field of an input. */
    protected InvalidInput refusedField(String field, String code, ThrowingCallable wrong, ThrowingCallable corrected) {
        InvalidInput failure = refusedWithoutTrace(InvalidInput.class, code, wrong, corrected);
        assertThat(failure.faults()).extracting(InvalidInput.Fault::field).contains(field);
        return says(failure, field);
    }

    /** Both texts exist, differ, are one line, are complete, and name the field and the limit where there is one. */
    protected static void speaksBothLanguages(ItsmException failure) {
        String english = failure.message(Locale.ENGLISH);
        String chinese = failure.message(Locale.SIMPLIFIED_CHINESE);
        assertThat(english).isNotBlank().isNotEqualTo(chinese).isEqualTo(failure.getMessage());
        assertThat(chinese.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                .as(chinese)
                .isTrue();
        for (String text : List.of(english, chinese)) {
            assertThat(text.codePoints().noneMatch(Character::isISOControl))
                    .as(text)
                    .isTrue();
            assertThat(text).as("a place of the template was not filled").doesNotContainPattern("\\{[a-z][A-Za-z]*}");
        }
        if (failure instanceof InvalidInput input) {
            for (InvalidInput.Fault fault : input.faults()) {
                if (LIMITED.contains(fault.code())) {
                    says(failure, String.valueOf(fault.detail().get("limit")));
                }
            }
        }
    }

    /** Every row of every kind and tenant, but for the blocks of human numbers, which may have gaps. */
    protected static Map<String, Set<Object>> rows(Store store) {
        return store.inNewTransaction(work -> {
            Map<String, Set<Object>> rows = new TreeMap<>();
            for (RecordKind<?> kind : Kinds.ALL) {
                if (!kind.name().equals(NumberBlock.KIND.name())) {
                    rows.put(kind.name(), Set.copyOf(work.list(everything(kind))));
                }
            }
            return rows;
        });
    }

    /** What was added (+) or taken away (-), a short line each. */
    protected static List<String> differences(Map<String, Set<Object>> before, Map<String, Set<Object>> after) {
        List<String> differences = new ArrayList<>();
        before.forEach((kind, rows) -> {
            Set<Object> now = after.getOrDefault(kind, Set.of());
            rows.stream().filter(row -> !now.contains(row)).forEach(row -> differences.add("-" + kind + brief(row)));
            now.stream().filter(row -> !rows.contains(row)).forEach(row -> differences.add("+" + kind + brief(row)));
        });
        return differences;
    }

    private static String brief(Object row) {
        String text = row.toString();
        return " " + text.substring(0, Math.min(150, text.length()));
    }

    private static <R> Query<R> everything(RecordKind<R> kind) {
        return Query.of(kind, null, Criterion.all());
    }

    /** How many commands were counted as carried out. */
    protected long successes() {
        return meters.find("itsm.commands").timers().stream()
                .filter(timer -> Set.of("ok", "repeated")
                        .contains(String.valueOf(timer.getId().getTag("outcome"))))
                .mapToLong(timer -> timer.count())
                .sum();
    }

    /** The titles of all tickets that an agent sees in a list. */
    protected Set<String> titles(Itsm on, Actor reader) {
        return on.as(reader).queue().page(io.itsm4j.storage.PageRequest.all()).items().stream()
                .map(io.itsm4j.ticket.TicketSummary::title)
                .collect(Collectors.toSet());
    }

    /** The text so often. */
    protected static String times(int count, String text) {
        return text.repeat(count);
    }

    /** A stream of so many bytes. */
    protected static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
