package io.itsm4j.release;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What only a release has. Immutable; every change is a named method that returns the next value. Its scope are links:
 * changes and problems that are delivered by it. Its deployments are {@link DeploymentRun}s.
 *
 * @param version what is released, or null before it is planned
 * @param environments where it goes, in order
 * @param gates what came of the gates
 * @param approvals what became of the approvals that gates wait for
 * @param configuration what becomes of the configuration
 * @param from when deployment is planned to begin, or null
 * @param to when it is planned to end, or null
 * @param backout how it is taken back, or null
 * @param running the id of the run that is going on, or null
 * @param deployed the environments it is in now
 * @param written whether the configuration says what it is since it is in all of production
 * @param baselineBefore the configuration before production was touched, by the reference the port gave, or null
 * @param baselineAfter the configuration afterwards, or null
 * @param review what the review found, or null
 */
public record Release(
        @Nullable String version,
        List<TargetEnvironment> environments,
        List<GateResult> gates,
        List<GateApproval> approvals,
        List<ConfigurationEdit> configuration,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String backout,
        @Nullable String running,
        Set<String> deployed,
        boolean written,
        @Nullable String baselineBefore,
        @Nullable String baselineAfter,
        @Nullable String review) {

    /** A new release. */
    public static final Release NEW = new Release(
            null, List.of(), List.of(), List.of(), List.of(), null, null, null, null, Set.of(), false, null, null,
            null);

    /** Copies the collections. */
    public Release {
        environments = List.copyOf(environments);
        gates = List.copyOf(gates);
        approvals = List.copyOf(approvals);
        configuration = List.copyOf(configuration);
        deployed = Set.copyOf(deployed);
    }

    /** An environment by its name. */
    public Optional<TargetEnvironment> environment(@Nullable String name) {
        return environments.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The gates of an environment that are not passed, by name. */
    public Set<String> closedGates(TargetEnvironment environment) {
        Set<String> closed = new java.util.TreeSet<>(environment.gates());
        for (ApprovalGate gate : environment.approvals()) {
            if (!ApprovalMark.approves(mark(environment.name(), gate.name()))) {
                closed.add(gate.name());
            }
        }
        for (GateResult result : gates) {
            if (result.environment().equals(environment.name())) {
                if (result.passed()) {
                    closed.remove(result.gate());
                } else if (environment.gates().contains(result.gate())) {
                    closed.add(result.gate());
                }
            }
        }
        return closed;
    }

    /** What became of the approval that a gate waits for; null while none was asked for. */
    public @Nullable ApprovalMark mark(String environment, String gate) {
        return approvals.stream()
                .filter(each -> each.isOf(environment, gate))
                .map(GateApproval::mark)
                .findFirst()
                .orElse(null);
    }

    /** The gate that waits, or waited, for an approval. */
    Optional<GateApproval> gateOf(String approval) {
        return approvals.stream()
                .filter(each -> each.mark().approval().equals(approval))
                .findFirst();
    }

    /** The environments before one in the order, that it is not in. */
    List<String> missingBefore(TargetEnvironment environment) {
        return environments.stream()
                .takeWhile(each -> !each.name().equals(environment.name()))
                .map(TargetEnvironment::name)
                .filter(name -> !deployed.contains(name))
                .toList();
    }

    /** Whether it is in all environments of a kind. */
    boolean deployedToAll(boolean production) {
        return environments.stream()
                .filter(each -> each.production() == production)
                .allMatch(each -> deployed.contains(each.name()));
    }

    /** Whether it is in an environment that people depend on. */
    boolean inProduction() {
        return environments.stream().anyMatch(each -> each.production() && deployed.contains(each.name()));
    }

    Release planned(PlanRelease plan, @Nullable Instant begin, @Nullable Instant end) {
        return new Release(
                plan.version(),
                plan.environments(),
                List.of(),
                List.of(),
                plan.configuration(),
                begin,
                end,
                plan.backout(),
                running,
                deployed,
                written,
                baselineBefore,
                baselineAfter,
                review);
    }

    Release judged(GateResult result) {
        List<GateResult> more = new ArrayList<>(gates);
        more.removeIf(old ->
                old.environment().equals(result.environment()) && old.gate().equals(result.gate()));
        more.add(result);
        return with(parts -> parts.gates = more);
    }

    /** The same with what became of approvals that gates wait for. */
    Release marked(List<GateApproval> marks) {
        return with(parts -> parts.approvals = marks);
    }

    /** The same while a run goes on, or when none does. */
    Release running(@Nullable String run) {
        return with(parts -> parts.running = run);
    }

    /** The same in other environments. */
    Release in(Set<String> where) {
        return with(parts -> parts.deployed = where);
    }

    /** The same with what was built anew: it is in no test environment, and their gates are closed. */
    Release reworked() {
        Set<String> kept = environments.stream()
                .filter(each -> each.production() && deployed.contains(each.name()))
                .map(TargetEnvironment::name)
                .collect(Collectors.toSet());
        return with(parts -> {
            parts.gates = List.of();
            parts.approvals = List.of();
            parts.deployed = kept;
        });
    }

    /** The same with the configuration as it was before production was touched. */
    Release baselined(@Nullable String before) {
        return with(parts -> parts.baselineBefore = before);
    }

    /** The same with the configuration written, and as it is afterwards. */
    Release written(@Nullable String after) {
        return with(parts -> {
            parts.written = true;
            parts.baselineAfter = after;
        });
    }

    /** The same with the configuration as it was before it was written. */
    Release takenBack() {
        return with(parts -> parts.written = false);
    }

    Release reviewed(@Nullable String found) {
        return with(parts -> parts.review = found);
    }

    /** The same with a pseudonym for a person. */
    Release erased(PersonId person, PersonId pseudonym) {
        List<GateResult> results = gates.stream()
                .map(result -> result.by().equals(person)
                        ? new GateResult(
                                result.environment(),
                                result.gate(),
                                result.passed(),
                                pseudonym,
                                result.at(),
                                result.note())
                        : result)
                .toList();
        List<GateApproval> marks =
                approvals.stream().map(each -> each.erased(person, pseudonym)).toList();
        return results.equals(gates) && marks.equals(approvals)
                ? this
                : with(parts -> {
                    parts.gates = results;
                    parts.approvals = marks;
                });
    }

    private Release with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private @Nullable String version;
        private List<TargetEnvironment> environments;
        private List<GateResult> gates;
        private List<GateApproval> approvals;
        private List<ConfigurationEdit> configuration;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable String backout;
        private @Nullable String running;
        private Set<String> deployed;
        private boolean written;
        private @Nullable String baselineBefore;
        private @Nullable String baselineAfter;
        private @Nullable String review;

        Parts(Release old) {
            version = old.version;
            environments = old.environments;
            gates = old.gates;
            approvals = old.approvals;
            configuration = old.configuration;
            from = old.from;
            to = old.to;
            backout = old.backout;
            running = old.running;
            deployed = old.deployed;
            written = old.written;
            baselineBefore = old.baselineBefore;
            baselineAfter = old.baselineAfter;
            review = old.review;
        }

        Release whole() {
            return new Release(
                    version,
                    environments,
                    gates,
                    approvals,
                    configuration,
                    from,
                    to,
                    backout,
                    running,
                    deployed,
                    written,
                    baselineBefore,
                    baselineAfter,
                    review);
        }
    }
}
