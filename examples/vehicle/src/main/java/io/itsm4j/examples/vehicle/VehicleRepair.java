package io.itsm4j.examples.vehicle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only a repair has. It is kept as JSON in the ticket's own row; there is no table for it.
 *
 * @param plate the vehicle
 * @param mileage kilometres at the reception, 0 before
 * @param jobs what the repair order says is to be done
 * @param estimateCents what the customer agreed to, 0 before there is an order
 * @param bay where it stands, or null while it stands outside
 * @param parts what was ordered for it
 * @param reworks how often the inspection sent it back
 * @param invoiceCents what it came to, or null before the settlement
 * @param paid whether the invoice is paid
 * @param satisfaction what the customer said at the follow-up visit, 1 to 5, or null
 * @param followUpAsked whether somebody was reminded of the follow-up visit
 */
public record VehicleRepair(
        String plate,
        int mileage,
        List<String> jobs,
        long estimateCents,
        @Nullable Integer bay,
        List<String> parts,
        int reworks,
        @Nullable Long invoiceCents,
        boolean paid,
        @Nullable Integer satisfaction,
        boolean followUpAsked) {

    /** The details of a repair nobody has said anything about. */
    static final VehicleRepair BLANK = of("");

    /** Copies the lists. */
    public VehicleRepair {
        jobs = List.copyOf(jobs);
        parts = List.copyOf(parts);
    }

    static VehicleRepair of(String plate) {
        return new VehicleRepair(plate, 0, List.of(), 0, null, List.of(), 0, null, false, null, false);
    }

    VehicleRepair received(int kilometres) {
        return new VehicleRepair(
                plate,
                kilometres,
                jobs,
                estimateCents,
                bay,
                parts,
                reworks,
                invoiceCents,
                paid,
                satisfaction,
                followUpAsked);
    }

    VehicleRepair ordered(List<String> what, long cents) {
        return new VehicleRepair(
                plate, mileage, what, cents, bay, parts, reworks, invoiceCents, paid, satisfaction, followUpAsked);
    }

    VehicleRepair standingIn(@Nullable Integer place) {
        return new VehicleRepair(
                plate,
                mileage,
                jobs,
                estimateCents,
                place,
                parts,
                reworks,
                invoiceCents,
                paid,
                satisfaction,
                followUpAsked);
    }

    VehicleRepair waitingFor(String part) {
        List<String> all = new ArrayList<>(parts);
        all.add(part);
        return new VehicleRepair(
                plate,
                mileage,
                jobs,
                estimateCents,
                bay,
                all,
                reworks,
                invoiceCents,
                paid,
                satisfaction,
                followUpAsked);
    }

    VehicleRepair sentBack() {
        return new VehicleRepair(
                plate,
                mileage,
                jobs,
                estimateCents,
                bay,
                parts,
                reworks + 1,
                invoiceCents,
                paid,
                satisfaction,
                followUpAsked);
    }

    VehicleRepair invoiced(long cents) {
        return new VehicleRepair(
                plate, mileage, jobs, estimateCents, null, parts, reworks, cents, paid, satisfaction, followUpAsked);
    }

    VehicleRepair settled() {
        return new VehicleRepair(
                plate,
                mileage,
                jobs,
                estimateCents,
                bay,
                parts,
                reworks,
                invoiceCents,
                true,
                satisfaction,
                followUpAsked);
    }

    VehicleRepair rated(int stars) {
        return new VehicleRepair(
                plate, mileage, jobs, estimateCents, bay, parts, reworks, invoiceCents, paid, stars, followUpAsked);
    }

    VehicleRepair reminded() {
        return new VehicleRepair(
                plate, mileage, jobs, estimateCents, bay, parts, reworks, invoiceCents, paid, satisfaction, true);
    }
}
