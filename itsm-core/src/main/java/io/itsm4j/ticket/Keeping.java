package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.UnitOfWork;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The command path of the records beside tickets: the same stations in the same order, about a {@link Kept} record. */
final class Keeping {

    private final Engine engine;

    Keeping(Engine engine) {
        this.engine = engine;
    }

    /** Carries out a command on a kept record. */
    <R extends Kept> R command(
            Acting who,
            RecordType<R> type,
            Action action,
            Set<Role> whoMay,
            Object input,
            String subject,
            Function<Ledger, R> work) {
        return engine.measuring()
                .command(
                        type.name(),
                        action.name(),
                        () -> {
                            Acting acting = engine.gate().refreshed(who);
                            engine.gate().require(acting, type, action.name(), whoMay);
                            engine.checker().check(input, java.util.List.of());
                            CommandKey key = CommandKey.of(acting, type.name(), action, subject, input);
                            return engine.retried(unit -> repeated(unit, acting, type, key, subject)
                                    .orElseGet(() -> decided(unit, acting, action, key, work)));
                        },
                        result -> false);
    }

    private <R extends Kept> R decided(
            UnitOfWork unit, Acting acting, Action action, CommandKey key, Function<Ledger, R> work) {
        Instant recordedAt = engine.now();
        Instant now = acting.occurredAt() == null ? recordedAt : acting.occurredAt();
        Ledger ledger = new Ledger(new Books(engine, unit), acting, action.name(), now, recordedAt);
        R result = work.apply(ledger);
        engine.writing().write(unit, ledger.outcomes(key, result.id()), ledger.rows());
        return result;
    }

    /** Carries out a piece of the library's own work on kept records, again when it lost a race. */
    <T> T work(Acting acting, String action, Function<Ledger, T> work) {
        return engine.again(
                true,
                () -> engine.parts().store().inNewTransaction(unit -> {
                    Instant now = engine.now();
                    Ledger ledger = new Ledger(new Books(engine, unit), acting, action, now, now);
                    T result = work.apply(ledger);
                    engine.writing().write(unit, ledger.outcomes(), ledger.rows());
                    return result;
                }));
    }

    /** Looks things up for somebody, in one transaction. */
    <T> T lookUp(Acting who, Function<Ledger, T> work) {
        Acting acting = engine.gate().refreshed(who);
        return engine.read(unit -> {
            Ledger ledger = Ledger.reading(new Books(engine, unit), acting, engine.now());
            T result = work.apply(ledger);
            if (!ledger.outcomes().isEmpty() || !ledger.rows().isEmpty()) {
                throw new IllegalStateException("looking up changes nothing");
            }
            return result;
        });
    }

    /** What is out of sight by now is not found, and not done again either. */
    private <R extends Kept> Optional<R> repeated(
            UnitOfWork work, Acting acting, RecordType<R> type, CommandKey key, String subject) {
        return key.earlier(work, acting).map(entry -> {
            String id = subject.isEmpty() ? entry.subjectId() : subject;
            return work.find(type.kind(), entry.tenant(), id, Lock.NONE)
                    .filter(engine.gate().visible(acting, type)::test)
                    .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
        });
    }
}
