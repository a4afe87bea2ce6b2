package io.itsm4j.examples.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.LifecycleAssert;
import io.itsm4j.ticket.TicketId;
import org.junit.jupiter.api.Test;

class RepairLifecycleTest {

    private final Itsm itsm = Itsm.builder().type(RepairType.REPAIR).build();
    private final Workshop anna = new Workshop(itsm.as(Shop.ANNA));
    private final Workshop max = new Workshop(itsm.as(Shop.MAX));

    private TicketId begun() {
        TicketId id = anna.book(BookRepair.of("nora", "HH-AN 12", "Brakes squeal", "petrol"))
                .id();
        anna.receive(id, 61_200);
        anna.order(id, RepairOrder.of(32_000, "Front pads"));
        anna.dispatch(id, "max", 1);
        max.begin(id);
        return id;
    }

    @Test
    void its_lifecycle_passes_the_verifier() {
        LifecycleAssert.assertSound(RepairType.REPAIR);
        assertThat(RepairLifecycle.table().states()).hasSize(13);
    }

    @Test
    void waits_for_parts_and_for_work_and_goes_on_each_time() {
        TicketId id = begun();

        assertThat(max.waitForParts(id, "pads").state()).isEqualTo(RepairLifecycle.WAITING_FOR_PARTS);
        assertThat(max.repairs().get(id).pendingReason()).contains("PARTS");
        assertThat(max.resume(id, 1).state()).isEqualTo(RepairLifecycle.IN_PROGRESS);
        assertThat(max.waitForWork(id, "the lift is taken").details().bay()).isNull();
        assertThat(max.resume(id, 3).details().bay()).isEqualTo(3);
        assertThat(max.repairs().get(id).details().parts()).containsExactly("pads");
    }

    @Test
    void whoever_repaired_it_does_not_inspect_it_even_with_the_role() {
        TicketId id = begun();
        max.finishJobs(id);
        max.finish(id);
        Actor both = Actor.of(Shop.TENANT, "max", Role.AGENT, RepairLifecycle.INSPECTOR);

        TransitionRefused refusal =
                catchThrowableOfType(TransitionRefused.class, () -> new Workshop(itsm.as(both)).pass(id, 30_000));

        assertThat(refusal.failedGuards()).containsExactly("NOBODY_INSPECTS_THEIR_OWN_WORK");
        assertThat(new Workshop(itsm.as(Shop.IVAN)).pass(id, 30_000).state()).isEqualTo(RepairLifecycle.SETTLEMENT);
    }

    @Test
    void an_agent_of_another_trade_sees_no_repair() {
        begun();
        Actor desk = Actor.of(Shop.TENANT, "dora", Role.AGENT);

        NotPermitted refusal = catchThrowableOfType(
                NotPermitted.class,
                () -> itsm.as(desk).tickets(RepairType.REPAIR).count(Criterion.all()));

        assertThat(refusal.code()).isEqualTo("NOT_PERMITTED");
        assertThat(itsm.as(desk).queue().count(Criterion.all())).isZero();
        assertThat(itsm.as(Shop.MAX).queue().count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void a_customer_is_forgotten_with_the_plate() {
        TicketId id = begun();

        itsm.erase(TenantId.of(Shop.TENANT), PersonId.of("nora"));

        assertThat(anna.repairs().get(id).details().plate()).isEqualTo("(erased)");
        assertThat(anna.repairs().journal(id, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .contains("VehicleReceived", "RepairBegun");
        assertThat(itsm.verify(TenantId.of(Shop.TENANT)).isIntact()).isTrue();
    }
}
