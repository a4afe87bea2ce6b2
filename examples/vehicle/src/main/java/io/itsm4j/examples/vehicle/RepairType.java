package io.itsm4j.examples.vehicle;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.TicketType;
import java.time.Duration;
import java.util.Optional;

/** Declares the repair as a type of ticket. */
final class RepairType {

    /** Custom fields; both can be filtered by. */
    static final FieldSchema FIELDS = FieldSchema.of(
            FieldDefinition.option("fuel", "petrol", "diesel", "electric")
                    .mandatory()
                    .filterable(),
            FieldDefinition.of("fleet", FieldDefinition.Type.TEXT).filterable());

    /** How long after the delivery the follow-up visit is asked for. */
    static final Duration UNTIL_FOLLOW_UP = Duration.ofDays(7);

    static final TicketType<VehicleRepair> REPAIR = TicketType.named(
                    "vehicle-repair", "REP", VehicleRepair.class, VehicleRepair.BLANK)
            .digits(4)
            .fields(FIELDS)
            .openedBy(Role.REQUESTER, RepairLifecycle.ADVISOR, Role.IMPORTER)
            .readBy(RepairLifecycle.ADVISOR, RepairLifecycle.MECHANIC, RepairLifecycle.INSPECTOR, Role.AUDITOR)
            .event(RepairLifecycle.RECEIVE, "VehicleReceived")
            .event(RepairLifecycle.ORDER, "RepairOrdered")
            .event(RepairLifecycle.DISPATCH, "RepairDispatched")
            .event(RepairLifecycle.BEGIN, "RepairBegun")
            .event(RepairLifecycle.WAIT_FOR_PARTS, "PartsAwaited")
            .event(RepairLifecycle.WAIT_FOR_WORK, "WorkAwaited")
            .event(RepairLifecycle.RESUME, "RepairResumed")
            .event(RepairLifecycle.FINISH, "RepairFinished")
            .event(RepairLifecycle.SEND_BACK, "RepairSentBack")
            .event(RepairLifecycle.PASS, "InspectionPassed")
            .event(RepairLifecycle.PAY, "InvoicePaid")
            .event(RepairLifecycle.DELIVER, "VehicleDelivered")
            .event(RepairLifecycle.FOLLOW_UP, "CustomerVisited")
            .event(RepairLifecycle.REMIND, "FollowUpDue")
            .event(RepairLifecycle.COME_BACK, "VehicleCameBack")
            .event(RepairLifecycle.CANCEL, "RepairCancelled")
            .detail(DetailField.personal("plate", VehicleRepair::plate))
            .detail(DetailField.plain("mileage", VehicleRepair::mileage))
            .detail(DetailField.plain("estimateCents", VehicleRepair::estimateCents))
            .detail(DetailField.plain("bay", VehicleRepair::bay))
            .detail(DetailField.plain("reworks", VehicleRepair::reworks))
            .detail(DetailField.plain("invoiceCents", VehicleRepair::invoiceCents))
            .detail(DetailField.plain("paid", VehicleRepair::paid))
            .detail(DetailField.plain("satisfaction", VehicleRepair::satisfaction))
            .erasing(RepairType::withoutPlate)
            .milestone(new Milestone<>(
                    "follow-up",
                    ticket -> Optional.ofNullable(ticket.times().resolvedAt())
                            .filter(done -> ticket.state().equals(RepairLifecycle.DELIVERED))
                            .filter(done -> !ticket.details().followUpAsked())
                            .map(done -> done.plus(UNTIL_FOLLOW_UP)),
                    ticket -> String.valueOf(ticket.times().resolvedAt()),
                    RepairLifecycle.REMIND,
                    Reason.NONE,
                    draft -> draft.details(draft.details().reminded())))
            .livingBy(RepairLifecycle.table());

    private RepairType() {}

    private static VehicleRepair withoutPlate(VehicleRepair repair, PersonId person, PersonId pseudonym) {
        return new VehicleRepair(
                "(erased)",
                repair.mileage(),
                repair.jobs(),
                repair.estimateCents(),
                repair.bay(),
                repair.parts(),
                repair.reworks(),
                repair.invoiceCents(),
                repair.paid(),
                repair.satisfaction(),
                repair.followUpAsked());
    }
}
