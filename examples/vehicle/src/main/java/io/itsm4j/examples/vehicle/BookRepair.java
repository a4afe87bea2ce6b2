package io.itsm4j.examples.vehicle;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a booking needs; raw input that is checked when the command runs.
 *
 * @param customer whose vehicle it is
 * @param plate the vehicle
 * @param complaint what is wrong with it, in the customer's words
 * @param fuel {@code petrol}, {@code diesel} or {@code electric}
 * @param fleet the fleet it belongs to, or null
 */
record BookRepair(
        @Line(max = 80, required = true) String customer,
        @Line(max = 12, required = true) String plate,
        @Line(max = 200, required = true) String complaint,
        @Line(max = 10, required = true) String fuel,
        @Line(max = 40) @Nullable String fleet) {

    static BookRepair of(String customer, String plate, String complaint, String fuel) {
        return new BookRepair(customer, plate, complaint, fuel, null);
    }

    BookRepair ofFleet(String name) {
        return new BookRepair(customer, plate, complaint, fuel, name);
    }
}
