package io.itsm4j.sla;

import io.itsm4j.actor.TenantId;
import java.util.Optional;

/** The host's answer to whose service hours count, for agreements that take them from elsewhere. */
@FunctionalInterface
public interface ServiceHours {

    /**
     * The calendar of a customer, a configuration item or a place. Asked when a clock starts or changes its target; the
     * answer is journalled, so that it is never asked again about the past.
     *
     * @param source what is asked for, never {@link CalendarSource#AGREEMENT}
     * @param situation the ticket; its customer is the fact {@code organisationUnit}, its items the fact {@code cis}
     * @return the name of a defined calendar; empty for the agreement's own, and so is a name that is not defined
     */
    Optional<String> calendar(TenantId tenant, CalendarSource source, Situation situation);

    /** Always the agreement's own. */
    static ServiceHours ofAgreements() {
        return (tenant, source, situation) -> Optional.empty();
    }
}
