package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Delegate;
import io.itsm4j.journal.IdSource;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Notification;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may look at an approval, and who is told of it. */
public abstract class ApprovalViewsContract extends AskedContract {

    @Test
    void staff_see_approvals_of_those_subjects_only_that_they_may_see() {
        TicketId secret = desk.open(OpenTicket.titled("Fetch his things")
                        .requestedBy("alice")
                        .restrictedToGroups("network"))
                .id();
        String hidden = asked(secret, ANY_OF_THE_BOARD);
        String open = asked(ANY_OF_THE_BOARD);

        assertThat(as(carol).page(PageRequest.all()).items())
                .extracting(Approval::id)
                .containsExactly(open);
        assertThat(as(carol).count(io.itsm4j.storage.Criterion.all())).isEqualTo(1);
        assertThat(as(carol).find(hidden)).isEmpty();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable look :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> as(carol).get(hidden),
                        () -> as(carol).history(hidden, null),
                        () -> as(carol).votes(hidden),
                        () -> as(carol).explain(hidden),
                        () -> as(carol).withdraw(hidden, "none of your business"))) {
            refused(NotFound.class, "NOT_FOUND", look);
        }
        Actor nora = Actor.of("acme", "nora", Role.AGENT);
        staff.person("nora", Set.of(Role.AGENT), "network");
        assertThat(as(nora).count(io.itsm4j.storage.Criterion.all())).isEqualTo(2);
        assertThat(as(nora).get(hidden).subject().id()).isEqualTo(secret.value());
        assertThat(as(dora).get(hidden).id()).as("who is asked sees it").isEqualTo(hidden);
        assertThat(as(dora).approve(hidden).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void an_approval_follows_its_ticket_into_a_restriction_and_out_again() {
        Actor nora = Actor.of("acme", "nora", Role.AGENT, Role.MANAGER);
        staff.person("nora", Set.of(Role.AGENT, Role.MANAGER), "network");
        TicketId id = errand();
        String approval = asked(id, ANY_OF_THE_BOARD);
        assertThat(as(carol).find(approval)).isPresent();

        itsm.as(nora).tickets(errands.type()).restrict(id, new Restrict(Set.of("network")));
        assertThat(as(carol).find(approval)).isEmpty();
        assertThat(as(carol).count(io.itsm4j.storage.Criterion.all())).isZero();
        as(dora).approve(approval);
        assertThat(as(carol).find(approval)).isEmpty();
        assertThat(as(bob).get(approval).state()).isEqualTo(Approval.State.APPROVED);

        itsm.as(nora).tickets(errands.type()).restrict(id, new Restrict(Set.of()));
        assertThat(as(carol).find(approval)).isPresent();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    private List<Notification> told(Runnable work, Itsm telling, List<Notification> told) {
        told.clear();
        work.run();
        while (telling.deliver(100).delivered() > 0) {
            // all of them
        }
        return told.stream()
                .filter(notification -> !notification.event().subjectKind().equals("ticket"))
                .toList();
    }

    @Test
    void those_who_are_asked_are_told_and_reminded_and_who_asked_hears_of_the_outcome() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(41)).notifier(all::add));
        desk = itsm.as(bob).tickets(errands.type());
        TicketId id = errand();
        ApprovalPolicy policy = ApprovalPolicy.named(
                "two steps",
                ApprovalStep.asking("board", Approver.person("dora"), Approver.person("egon"))
                        .reminding(Duration.ofHours(1))
                        .escalatingAfter(Duration.ofHours(2), Approver.person("frida")),
                ApprovalStep.asking("managers", Approver.role(Role.MANAGER)));
        assertThat(told(() -> as(egon).delegate(Delegate.to("mia", NINE, NINE.plusSeconds(36_000))), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.event().name()).isEqualTo("DelegateNamed");
                    assertThat(notification.about()).isEqualTo("egon");
                    assertThat(notification.ticket()).isNull();
                    assertThat(notification.people()).containsExactly(mia.id());
                });
        String[] approval = new String[1];

        List<Notification> asking = told(() -> approval[0] = asked(id, policy), itsm, all);
        assertThat(asking).singleElement().satisfies(notification -> {
            assertThat(notification.event().name()).isEqualTo("ApprovalRequested");
            assertThat(notification.about()).isEqualTo(desk.get(id).number());
            assertThat(notification.ticket()).isNotNull();
            assertThat(notification.people())
                    .as("and who stands in")
                    .containsExactlyInAnyOrder(dora.id(), egon.id(), mia.id());
        });
        clock.advance(Duration.ofHours(1));
        assertThat(told(() -> itsm.processDue(10), itsm, all)).singleElement().satisfies(notification -> {
            assertThat(notification.event().name()).isEqualTo("ApprovalReminded");
            assertThat(notification.people()).contains(dora.id(), egon.id());
        });
        clock.advance(Duration.ofHours(1));
        assertThat(told(() -> itsm.processDue(10), itsm, all)).singleElement().satisfies(notification -> {
            assertThat(notification.event().name()).isEqualTo("ApprovalStepExpired");
            assertThat(notification.people()).contains(frida.id(), dora.id(), bob.id(), alice.id());
        });
        assertThat(told(() -> as(dora).approve(approval[0]), itsm, all))
                .singleElement()
                .satisfies(notification -> assertThat(notification.people()).containsExactly(carol.id()));
        assertThat(told(() -> as(carol).reject(approval[0], "too far"), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.event().name()).isEqualTo("ApprovalRefused");
                    assertThat(notification.people()).containsExactlyInAnyOrder(alice.id(), bob.id());
                });
    }

    @Test
    void who_may_not_see_the_subject_is_asked_without_being_shown_it() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(44)).notifier(all::add));
        desk = itsm.as(bob).tickets(errands.type());
        TicketId secret = desk.open(OpenTicket.titled("Fetch his things")
                        .requestedBy("alice")
                        .restrictedToGroups("network"))
                .id();

        assertThat(told(() -> asked(secret, BOTH_OF_THE_BOARD), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.people()).contains(dora.id());
                    assertThat(notification.about()).isEqualTo(desk.get(secret).number());
                    assertThat(notification.ticket()).isNull();
                    assertThat(notification.toString()).doesNotContain("his things");
                });
    }

    @Test
    void whoever_did_not_end_a_delegation_hears_that_it_is_over() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(42)).notifier(all::add));
        String delegation = as(egon).delegate(Delegate.to("mia", NINE, NINE.plusSeconds(36_000)))
                .id();

        assertThat(told(() -> as(carol).endDelegation(delegation), itsm, all))
                .filteredOn(notification -> notification.event().name().equals("DelegationEnded"))
                .singleElement()
                .satisfies(notification ->
                        assertThat(notification.people()).containsExactlyInAnyOrder(egon.id(), mia.id()));
    }

    @Test
    void who_was_asked_hears_that_nobody_asks_any_more_and_nobody_is_told_what_they_did_themselves() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(43)).notifier(all::add));
        desk = itsm.as(bob).tickets(errands.type());
        String approval = asked(BOTH_OF_THE_BOARD);
        told(() -> as(dora).approve(approval), itsm, all);

        assertThat(told(() -> as(bob).withdraw(approval, "found one"), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.event().name()).isEqualTo("ApprovalWithdrawn");
                    assertThat(notification.people()).containsExactlyInAnyOrder(alice.id(), egon.id(), frida.id());
                });
    }
}
