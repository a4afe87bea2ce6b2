package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.StoredDefinition;
import java.time.ZoneOffset;
import java.util.Map;

/** The calendars that {@link ServiceLevels#defineCalendar} defines, by name, for rules of other practices. */
public final class NamedCalendars {

    private NamedCalendars() {}

    /** Whether there is a calendar of that name that was not retired. */
    public static boolean isCurrent(Ledger ledger, String name) {
        return name.equals(Agreement.ALWAYS)
                || ledger.definition(SlaDefinitions.CALENDARS, name).isPresent();
    }

    /**
     * The newest revision of a calendar, also when it was retired.
     *
     * @throws RuleViolated with {@code DEFINITION_MISSING} when there has never been one of that name
     */
    public static BusinessCalendar newest(Ledger ledger, String name) {
        if (name.equals(Agreement.ALWAYS)) {
            return BusinessCalendar.alwaysOpen(ZoneOffset.UTC);
        }
        return ledger
                .list(Query.of(
                                StoredDefinition.KIND,
                                ledger.tenant(),
                                StoredDefinition.FORM
                                        .is(SlaDefinitions.CALENDARS.kind())
                                        .and(StoredDefinition.KEY.is(name)))
                        .sortedBy(Sort.descending(StoredDefinition.REVISION))
                        .limitedTo(1))
                .stream()
                .findFirst()
                .flatMap(stored -> ledger.definitionOf(SlaDefinitions.CALENDARS, stored.hash()))
                .map(found -> BusinessCalendar.of(found.value()))
                .orElseThrow(() -> new RuleViolated("DEFINITION_MISSING", Map.of("what", "calendar", "hash", name)));
    }
}
