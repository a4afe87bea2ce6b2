package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a supplier.
 *
 * @param name who
 * @param role what for: sales, hotline, escalation; or null
 * @param email by e-mail, or null
 * @param phone by telephone, or null
 */
public record SupplierContact(
        @Line(max = 100, required = true) String name,
        @Line(max = 100) @Nullable String role,
        @Line(max = 254) @Nullable String email,
        @Line(max = 50) @Nullable String phone) {

    /** Somebody, with an address. */
    public static SupplierContact of(String name, @Nullable String role, @Nullable String email) {
        return new SupplierContact(name, role, email, null);
    }
}
