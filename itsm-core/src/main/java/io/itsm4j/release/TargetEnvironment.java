package io.itsm4j.release;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An environment that a release goes to, and what must hold before it may.
 *
 * @param name its name, for example {@code staging}
 * @param production whether people depend on it
 * @param gates the names of what must be passed first and is judged by people or tools: tests, for example
 * @param approvals what must be approved first
 */
public record TargetEnvironment(
        @Line(max = 100, required = true) String name,
        boolean production,
        @Size(max = 20) Set<@Line(max = 100, required = true) String> gates,
        @Size(max = 20) Set<@Valid ApprovalGate> approvals) {

    /** Copies the gates. */
    public TargetEnvironment {
        gates = Set.copyOf(gates);
        approvals = Set.copyOf(approvals);
    }

    /** An environment that nobody depends on. */
    public static TargetEnvironment test(String name, String... gates) {
        return new TargetEnvironment(name, false, Set.copyOf(List.of(gates)), Set.of());
    }

    /** An environment that people depend on. */
    public static TargetEnvironment production(String name, String... gates) {
        return new TargetEnvironment(name, true, Set.copyOf(List.of(gates)), Set.of());
    }

    /** The same, entered only when a policy's approvers have approved. */
    public TargetEnvironment approvedBy(String gate, String policy) {
        Set<ApprovalGate> more = new HashSet<>(approvals);
        more.add(new ApprovalGate(gate, policy));
        return new TargetEnvironment(name, production, gates, more);
    }

    /** The names of all its gates, one for each gate. */
    List<String> gateNames() {
        return Stream.concat(gates.stream(), approvals.stream().map(ApprovalGate::name))
                .sorted()
                .toList();
    }
}
