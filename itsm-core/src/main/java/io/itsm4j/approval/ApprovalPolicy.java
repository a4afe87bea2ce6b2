package io.itsm4j.approval;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How something is approved, as pure data: steps, one after the other. An approval keeps the policy it began with, so
 * that a change of policy concerns later approvals only.
 *
 * @param name what it is called, 1 to 100 characters
 * @param steps 1 to {@value #STEPS} steps in their order, names unique
 * @param separated whether requester and opened-for are kept out and whoever carries the subject out never approves it
 *     alone; true unless said otherwise
 */
public record ApprovalPolicy(String name, List<ApprovalStep> steps, boolean separated) {

    /** The most steps. */
    public static final int STEPS = 20;

    /**
     * Checks the policy.
     *
     * @throws IllegalArgumentException when it has no name, no step or too many, or two steps share a name
     */
    public ApprovalPolicy {
        steps = List.copyOf(steps);
        Set<String> names = steps.stream().map(ApprovalStep::name).collect(Collectors.toSet());
        boolean sized = !steps.isEmpty() && steps.size() <= STEPS && names.size() == steps.size();
        if (name.isBlank() || name.length() > 100 || !sized) {
            throw new IllegalArgumentException(
                    "an approval policy has a name and 1 to " + STEPS + " steps of different names: " + name);
        }
    }

    /** A policy of these steps, duties separated. */
    public static ApprovalPolicy named(String name, ApprovalStep... steps) {
        return new ApprovalPolicy(name, List.of(steps), true);
    }

    /** The same without separation of duties; for what nobody but its requester can judge. */
    public ApprovalPolicy withoutSeparation() {
        return new ApprovalPolicy(name, steps, false);
    }
}
