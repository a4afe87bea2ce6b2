package io.itsm4j.cmdb;

import io.itsm4j.actor.PersonId;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.RecordType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a person is taken out of the records of configuration management, former states of items included. */
final class CmdbErasure {

    private static final String BLANK = "(erased)";

    private CmdbErasure() {}

    static RecordType<ConfigurationItem> items(RecordType<ConfigurationItem> type) {
        return type.erasing((ledger, item, person, pseudonym) -> {
            ledger.list(Query.of(
                            CiState.KIND,
                            item.tenant(),
                            CiState.CI.is(item.id()).and(CiState.OWNER.is(person))))
                    .forEach(state -> ledger.replace(
                            CiState.KIND, state, state.looked(without(state.stewardship(), person, pseudonym))));
            Certification certification = item.certification();
            return item.described(
                            item.name(),
                            item.environment(),
                            item.criticality(),
                            without(item.stewardship(), person, pseudonym))
                    .certified(new Certification(
                            certification.at(),
                            Optional.ofNullable(certification.by())
                                    .map(by -> swap(by, person, pseudonym))
                                    .orElse(null),
                            certification.dueAt()));
        });
    }

    private static Stewardship without(Stewardship stewardship, PersonId person, PersonId pseudonym) {
        return person.equals(stewardship.owner())
                ? new Stewardship(pseudonym, stewardship.group(), stewardship.location(), stewardship.service())
                : stewardship;
    }

    private static PersonId swap(PersonId held, PersonId person, PersonId pseudonym) {
        return held.equals(person) ? pseudonym : held;
    }

    static RecordType<Baseline> baselines(RecordType<Baseline> type) {
        return type.erasing((ledger, baseline, person, pseudonym) ->
                baseline.takenBy().equals(person) ? baseline.takenBy(pseudonym, BLANK) : baseline);
    }

    static RecordType<Reconciliation> reconciliations(RecordType<Reconciliation> type) {
        return type.erasing((ledger, plan, person, pseudonym) ->
                plan.plannedBy().equals(person) ? plan.plannedBy(pseudonym) : plan);
    }

    static RecordType<Audit> audits(RecordType<Audit> type) {
        return type.erasing(
                (ledger, audit, person, pseudonym) -> audit.by().equals(person) ? audit.by(pseudonym) : audit);
    }

    static RecordType<Deviation> deviations(RecordType<Deviation> type) {
        return type.erasing((ledger, deviation, person, pseudonym) ->
                isBy(deviation.decidedBy(), person) ? deviation.decidedBy(pseudonym, BLANK) : deviation);
    }

    private static boolean isBy(@Nullable PersonId who, PersonId person) {
        return person.equals(who);
    }
}
