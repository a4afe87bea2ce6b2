package io.itsm4j;

import io.itsm4j.actor.TenantId;
import io.itsm4j.change.ConfigurationEdits;
import io.itsm4j.change.Dependencies;
import io.itsm4j.change.PlannedEdit;
import io.itsm4j.cmdb.AffectedAgreement;
import io.itsm4j.cmdb.CiEdit;
import io.itsm4j.cmdb.Cmdb;
import io.itsm4j.release.ConfigurationEdit;
import io.itsm4j.release.Release;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.sla.ClockKeeper;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets changes and releases work on the configuration that is kept here. What a ticket names that is no configuration
 * item stays a mere reference: it depends on nothing, and what is planned for it stays data.
 */
final class ItsmConfiguration implements Dependencies, ConfigurationEdits, ReleaseConfiguration {

    private final Cmdb cmdb;
    private final Supplier<Engine> engine;

    ItsmConfiguration(Cmdb cmdb, Supplier<Engine> engine) {
        this.cmdb = cmdb;
        this.engine = engine;
    }

    @Override
    public Set<String> dependants(TenantId tenant, Collection<String> items) {
        Set<String> hit = new HashSet<>(cmdb.dependants(engine.get(), tenant, items));
        hit.addAll(items);
        return hit;
    }

    @Override
    public Set<String> classes(TenantId tenant, Collection<String> items) {
        return cmdb.classes(engine.get(), tenant, items);
    }

    @Override
    public Optional<Impact> rating(TenantId tenant, Collection<String> items) {
        return cmdb.rating(engine.get(), tenant, items);
    }

    /** What is agreed about services, from the agreements that are kept here. */
    static List<AffectedAgreement> agreements(ClockKeeper keeper, Ledger ledger, Set<String> services) {
        List<AffectedAgreement> affected = new ArrayList<>();
        keeper.agreementsFor(ledger, services)
                .forEach((agreement, about) -> affected.add(new AffectedAgreement(
                        agreement.key(), agreement.name(), agreement.kind().name(), about)));
        return affected;
    }

    @Override
    public void apply(Ledger ledger, TicketId change, List<PlannedEdit> edits) {
        apply(
                ledger,
                edits.stream()
                        .map(edit -> new CiEdit(
                                Objects.requireNonNull(edit.ci()),
                                Objects.requireNonNull(edit.attribute()),
                                edit.value()))
                        .toList());
    }

    private void apply(Ledger ledger, List<CiEdit> edits) {
        List<CiEdit> ours = known(ledger, edits);
        if (!ours.isEmpty()) {
            cmdb.apply(ledger, ours);
        }
    }

    /** Those of items that are kept here. */
    private List<CiEdit> known(Ledger ledger, List<CiEdit> edits) {
        Set<String> known = cmdb.known(ledger, edits.stream().map(CiEdit::ci).toList());
        return edits.stream().filter(edit -> known.contains(edit.ci())).toList();
    }

    @Override
    public Optional<String> baseline(Ledger ledger, Ticket<Release> release, Moment moment) {
        List<String> named = new ArrayList<>(release.classification().affected());
        release.details().configuration().forEach(edit -> named.add(edit.ci()));
        Optional.ofNullable(release.classification().service()).ifPresent(named::add);
        Set<String> scope = cmdb.known(ledger, named);
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        String name = release.number() + " " + moment.name().toLowerCase(Locale.ROOT);
        return Optional.of(cmdb.baseline(ledger, name, moment == Moment.BEFORE, scope));
    }

    @Override
    public void write(Ledger ledger, Ticket<Release> release) {
        apply(ledger, edits(release));
    }

    @Override
    public List<ConfigurationEdit> takeBack(Ledger ledger, Ticket<Release> release) {
        String baseline = release.details().baselineAfter();
        if (baseline == null) {
            return List.of();
        }
        return cmdb.takeBack(ledger, known(ledger, edits(release)), baseline).stream()
                .map(edit -> new ConfigurationEdit(edit.ci(), edit.key(), edit.value()))
                .toList();
    }

    private static List<CiEdit> edits(Ticket<Release> release) {
        return release.details().configuration().stream()
                .map(edit -> new CiEdit(edit.ci(), edit.attribute(), edit.value()))
                .toList();
    }
}
