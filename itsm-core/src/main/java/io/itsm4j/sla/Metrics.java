package io.itsm4j.sla;

import static io.itsm4j.lifecycle.StateCategory.ACTIVE;
import static io.itsm4j.lifecycle.StateCategory.CANCELLED;
import static io.itsm4j.lifecycle.StateCategory.CLOSED;
import static io.itsm4j.lifecycle.StateCategory.NEW;
import static io.itsm4j.lifecycle.StateCategory.PENDING;
import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of the metrics that the library knows, with the conditions they have unless a target says otherwise.
 * They read the category of the state, so they fit every type of ticket; what an engineer's arrival, a workaround, a
 * fault report and a call-back are is read from the details that an incident has, or a type of the host's own that
 * journals details of the same names; what a change owes is read from its details in the same way.
 */
public final class Metrics {

    private static final Criterion<Situation> WORKING = in(NEW, ACTIVE, PENDING);
    private static final Criterion<Situation> DONE = in(RESOLVED, CLOSED);
    private static final Criterion<Situation> GIVEN_UP = in(CANCELLED);
    private static final Criterion<Situation> WAITING = in(PENDING);
    private static final Criterion<Situation> WORD_OF_THE_DESK =
            Fact.VISIBILITY.is("PUBLIC").and(Fact.SIDE.is("DESK"));

    private static final Map<Metric, Conditions> DEFAULTS = Map.of(
            Metric.RESPONSE, whileWorking(present(Fact.FIRST_RESPONDED_AT).or(DONE)),
            Metric.ON_SITE,
                    whileWorking(present(Fact.detail("onSiteAt")).or(DONE)).pausedWhile(WAITING),
            Metric.UPDATE, whileWorking(DONE).pausedWhile(WAITING).resetBy(WORD_OF_THE_DESK),
            Metric.WORKAROUND,
                    whileWorking(present(Fact.detail("workaroundAt")).or(DONE)).pausedWhile(WAITING),
            Metric.RESOLUTION, whileWorking(DONE).pausedWhile(WAITING),
            Metric.FAULT_REPORT, afterResolution(present(Fact.detail("faultReportAt"))),
            Metric.CALL_BACK, afterResolution(present(Fact.detail("calledBackAt"))),
            Metric.APPROVAL,
                    Conditions.between(
                                    present(Fact.detail("approvalOwedBy"))
                                            .and(Fact.detail("approvalState").is("PENDING")),
                                    present(Fact.detail("approvalState"))
                                            .and(Fact.detail("approvalState")
                                                    .is("PENDING")
                                                    .not()))
                            .cancelledBy(GIVEN_UP));

    private static final Map<Metric, ReopenPolicy> REOPENING = Map.of(
            Metric.RESPONSE, ReopenPolicy.KEEP,
            Metric.ON_SITE, ReopenPolicy.KEEP,
            Metric.UPDATE, ReopenPolicy.RESTART,
            Metric.WORKAROUND, ReopenPolicy.KEEP,
            Metric.RESOLUTION, ReopenPolicy.RESUME,
            Metric.FAULT_REPORT, ReopenPolicy.KEEP,
            Metric.CALL_BACK, ReopenPolicy.KEEP,
            Metric.APPROVAL, ReopenPolicy.KEEP);

    private Metrics() {}

    /** The metrics that the library knows. */
    public static Set<Metric> known() {
        return DEFAULTS.keySet();
    }

    /** The conditions of a known metric; empty for a host's own. */
    public static Optional<Conditions> conditions(Metric metric) {
        return Optional.ofNullable(DEFAULTS.get(metric));
    }

    /** What reopening does to a known metric; {@link ReopenPolicy#NEW_CYCLE} for a host's own. */
    public static ReopenPolicy reopening(Metric metric) {
        return REOPENING.getOrDefault(metric, ReopenPolicy.NEW_CYCLE);
    }

    private static Conditions whileWorking(Criterion<Situation> stop) {
        return Conditions.between(WORKING, stop).cancelledBy(GIVEN_UP);
    }

    /** Taken back when the ticket is reopened before it was done. */
    private static Conditions afterResolution(Criterion<Situation> stop) {
        return Conditions.between(DONE, stop).cancelledBy(WORKING.or(GIVEN_UP));
    }

    private static Criterion<Situation> in(StateCategory... categories) {
        return Fact.CATEGORY_OF_STATE.in(List.of(categories));
    }

    private static Criterion<Situation> present(Attribute<Situation, ?> fact) {
        return fact.isAbsent().not();
    }
}
