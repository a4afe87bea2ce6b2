package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.StoredDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The agreements and calendars of all tenants, as one node knows them. What lies under a content hash never changes and
 * is kept; which revisions are current is looked up again after a minute.
 */
final class SlaDefinitions {

    static final DefinitionForm<Agreement> AGREEMENTS =
            new DefinitionForm<>("agreement", AgreementForm::write, AgreementForm::read);

    /** Revisions of standing agreements that have measured something. */
    static final DefinitionForm<Agreement> STANDING =
            new DefinitionForm<>("standing-agreement", AgreementForm::write, AgreementForm::read);

    static final DefinitionForm<CalendarDefinition> CALENDARS =
            new DefinitionForm<>("calendar", CalendarDefinition::toMap, CalendarDefinition::fromMap);

    /** How long another node, or a transaction of the host's, may work with definitions that are no longer current. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private static final BusinessCalendar ALWAYS_OPEN = BusinessCalendar.alwaysOpen(ZoneOffset.UTC);

    /**
     * What is current for a tenant.
     *
     * @param readAt when it was looked up
     * @param agreements in the order of their keys
     * @param calendars the hash of the newest revision by name
     */
    record Current(Instant readAt, List<Bound> agreements, Map<String, String> calendars) {

        /** The revision of a calendar by its name. */
        Optional<String> calendar(String name) {
            return name.equals(Agreement.ALWAYS) ? Optional.of(name) : Optional.ofNullable(calendars.get(name));
        }
    }

    private record Content(TenantId tenant, String hash) {}

    private final InstantSource clock;

    /** One at a time looks them up, since that takes a spare connection. */
    private final Lock looking = new ReentrantLock();

    private final ConcurrentMap<TenantId, Current> current = new ConcurrentHashMap<>();
    private final ConcurrentMap<Content, Bound> agreements = new ConcurrentHashMap<>();
    private final ConcurrentMap<Content, BusinessCalendar> calendars = new ConcurrentHashMap<>();

    private final Map<String, List<Bound>> standing = new HashMap<>();
    private final Map<String, Bound> standingByHash = new HashMap<>();

    SlaDefinitions(InstantSource clock, List<StandingAgreement> inForce) {
        this.clock = clock;
        for (StandingAgreement one : inForce) {
            String hash = Digests.sha256(CanonicalJson.write(AgreementForm.write(one.agreement())));
            Bound bound = new Bound(one.agreement(), hash, 0);
            standing.computeIfAbsent(one.ticketType(), type -> new ArrayList<>())
                    .add(bound);
            standingByHash.put(hash, bound);
        }
    }

    /** The agreements that are in force for a type of ticket without being defined. */
    List<Bound> standing(String ticketType) {
        return standing.getOrDefault(ticketType, List.of());
    }

    /** Stores what a ticket is bound to from now on, where nobody has defined it. */
    void keep(Ledger ledger, String hash) {
        Bound bound = standingByHash.get(hash);
        if (bound != null) {
            String key = bound.agreement().key();
            boolean known = ledger.definition(STANDING, key)
                    .filter(found -> found.stored().hash().equals(hash))
                    .isPresent();
            if (!known) {
                ledger.define(STANDING, key, bound.agreement());
            }
        }
    }

    /** What is current, at most {@link #MAX_AGE} old. */
    Current current(Ledger ledger) {
        Instant now = clock.instant();
        Current known = current.get(ledger.tenant());
        if (known != null && isFresh(known, now)) {
            return known;
        }
        if (known == null) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return known;
        }
        try {
            Current meanwhile = current.get(ledger.tenant());
            return meanwhile != null && isFresh(meanwhile, now)
                    ? meanwhile
                    : put(current, ledger.tenant(), ledger.committed(committed -> read(committed, now)));
        } finally {
            looking.unlock();
        }
    }

    private static boolean isFresh(Current known, Instant now) {
        return !now.isBefore(known.readAt()) && now.isBefore(known.readAt().plus(MAX_AGE));
    }

    /** What the transaction itself sees. */
    Current read(Ledger ledger, Instant now) {
        List<Bound> all = new ArrayList<>();
        for (Defined<Agreement> one : ledger.definitions(AGREEMENTS)) {
            all.add(bound(one));
        }
        Map<String, String> newest = new HashMap<>();
        ledger.list(Query.of(StoredDefinition.KIND, ledger.tenant(), StoredDefinition.FORM.is(CALENDARS.kind()))
                        .sortedBy(Sort.ascending(StoredDefinition.REVISION)))
                .forEach(stored -> newest.put(stored.key(), stored.hash()));
        return new Current(now, List.copyOf(all), Map.copyOf(newest));
    }

    /** Forgets what is current, because it was changed here. */
    void changed(TenantId tenant) {
        current.remove(tenant);
    }

    /** A revision of an agreement. */
    Bound agreement(Ledger ledger, String hash) {
        Content content = new Content(ledger.tenant(), hash);
        Bound known = standingByHash.getOrDefault(hash, agreements.get(content));
        return known != null
                ? known
                : put(
                        agreements,
                        content,
                        ledger.definitionOf(AGREEMENTS, hash)
                                .or(() -> ledger.definitionOf(STANDING, hash))
                                .map(SlaDefinitions::bound)
                                .orElseThrow(() -> missing("agreement", hash)));
    }

    /** A revision of a calendar. */
    BusinessCalendar calendar(Ledger ledger, String hash) {
        if (hash.equals(Agreement.ALWAYS)) {
            return ALWAYS_OPEN;
        }
        Content content = new Content(ledger.tenant(), hash);
        BusinessCalendar known = calendars.get(content);
        return known != null
                ? known
                : put(
                        calendars,
                        content,
                        ledger.definitionOf(CALENDARS, hash)
                                .map(found -> BusinessCalendar.of(found.value()))
                                .orElseThrow(() -> missing("calendar", hash)));
    }

    private static Bound bound(Defined<Agreement> one) {
        return new Bound(one.value(), one.stored().hash(), one.stored().revision());
    }

    private static <K, V> V put(ConcurrentMap<K, V> map, K key, V value) {
        if (map.size() >= MOST) {
            map.clear();
        }
        map.put(key, value);
        return value;
    }

    private static RuleViolated missing(String what, String hash) {
        return new RuleViolated("DEFINITION_MISSING", Map.of("what", what, "hash", hash));
    }
}
