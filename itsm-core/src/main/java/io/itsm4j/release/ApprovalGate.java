package io.itsm4j.release;

import io.itsm4j.input.Line;

/**
 * A gate before an environment that is passed when an approval is granted.
 *
 * @param name its name
 * @param policy the name of the policy that it is approved by: one of the stored definitions, else one of the
 *     {@link ReleasePolicy}
 */
public record ApprovalGate(
        @Line(max = 100, required = true) String name,
        @Line(max = 100, required = true) String policy) {}
