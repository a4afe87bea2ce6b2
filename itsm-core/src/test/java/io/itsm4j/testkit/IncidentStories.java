package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incident management told as stories: who does what, what the library allows, and what it insists on. */
public abstract class IncidentStories extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "the cable was loose");

    private Itsm itsm;
    private Incidents desk;

    @BeforeEach
    void monday_nine_o_clock() {
        itsm = builder().build();
        desk = itsm.as(bob).incidents();
    }

    private TicketId aliceReports() {
        return itsm.as(alice)
                .portal()
                .open(itsm.incidentType(), OpenTicket.titled("No picture on the screen"))
                .id();
    }

    private void hours(int passed) {
        clock.advance(Duration.ofHours(passed));
    }

    @Test
    void solved_on_the_phone_right_away() {
        TicketId id = aliceReports();

        desk.resolve(id, FIXED);

        Ticket<Incident> incident = desk.get(id);
        assertThat(incident.state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(incident.times().resolvedAt()).isEqualTo(NINE);
    }

    @Test
    void the_first_answer_or_the_first_grip_is_the_response_whichever_comes_first() {
        TicketId answered = aliceReports();
        TicketId started = aliceReports();
        hours(1);
        desk.respond(answered, "we know, it is the driver");
        desk.start(started);
        hours(1);
        desk.start(answered);
        desk.respond(started, "nearly done");

        assertThat(desk.get(answered).times().firstRespondedAt()).isEqualTo(NINE.plusSeconds(3_600));
        assertThat(desk.get(started).times().firstRespondedAt()).isEqualTo(NINE.plusSeconds(3_600));
    }

    @Test
    void waiting_for_the_caller_needs_a_question_and_ends_with_the_answer() {
        TicketId id = aliceReports();
        refused(TransitionRefused.class, "GUARD", () -> desk.hold(id, HoldIncident.because(HoldReason.CALLER)));

        desk.hold(id, HoldIncident.untilCallerAnswers("Is the light on?"));
        hours(3);
        RequesterView answered = itsm.as(alice).portal().comment(id, "It is.");

        assertThat(answered.state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(desk.get(id).pendingReason()).isEmpty();
        assertThat(itsm.as(alice).portal().comments(id, PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("Is the light on?", "It is.");
    }

    @Test
    void a_word_of_the_caller_does_not_end_a_wait_for_the_vendor() {
        TicketId id = aliceReports();
        desk.hold(id, HoldIncident.because(HoldReason.VENDOR));

        itsm.as(alice).portal().comment(id, "any news?");
        refused(TransitionRefused.class, "GUARD", () -> desk.reply(id, "she calls again"));
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.ON_HOLD);
        desk.changeHoldReason(id, HoldIncident.because(HoldReason.PARTS));
        assertThat(desk.get(id).pendingReason()).contains("PARTS");
        desk.resume(id);

        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void an_engineer_on_site_with_a_workaround_a_report_and_a_call_back() {
        TicketId id = aliceReports();
        desk.start(id);
        hours(1);
        desk.arriveOnSite(id);
        hours(1);
        desk.provideWorkaround(id, "use the second screen");
        hours(1);
        desk.resolve(id, FIXED);
        hours(1);
        desk.fileFaultReport(id, "cause: loose cable");
        hours(1);
        desk.callBack(id, "she is happy");
        desk.close(id);

        Incident incident = desk.get(id).details();
        assertThat(incident.onSiteAt()).isEqualTo(NINE.plusSeconds(3_600));
        assertThat(incident.workaround()).isEqualTo("use the second screen");
        assertThat(incident.workaroundAt()).isEqualTo(NINE.plusSeconds(2 * 3_600));
        assertThat(incident.faultReportAt()).isEqualTo(NINE.plusSeconds(4 * 3_600));
        assertThat(incident.calledBackAt()).isEqualTo(NINE.plusSeconds(5 * 3_600));
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void reopened_within_the_window_and_followed_up_after_it() {
        TicketId id = aliceReports();
        desk.resolve(id, FIXED);
        clock.advance(Duration.ofDays(14));
        itsm.as(alice).portal().act(id, IncidentLifecycle.REOPEN, "dark again");
        assertThat(desk.get(id).times().reopens()).isEqualTo(1);
        assertThat(desk.get(id).times().resolvedAt()).isNull();
        desk.resolve(id, FIXED);

        clock.advance(Duration.ofDays(14).plusNanos(1_000));
        TransitionRefused late = refused(TransitionRefused.class, "GUARD", () -> desk.reopen(id, "dark again"));
        assertThat(late.failedGuards()).containsExactly("WITHIN_REOPEN_WINDOW");
        Ticket<Incident> next = desk.followUp(id, "No picture, third time");

        assertThat(desk.get(next.id()).people().requester()).isEqualTo(alice.id());
        assertThat(desk.tickets().links(next.id()))
                .singleElement()
                .satisfies(link -> assertThat(link.type()).isEqualTo(LinkType.FOLLOW_UP_OF));
    }

    @Test
    void a_caller_takes_a_new_report_back_but_not_one_that_is_worked_on() {
        TicketId fresh = aliceReports();
        TicketId started = aliceReports();
        desk.start(started);
        Action cancel = IncidentLifecycle.CANCEL;

        itsm.as(alice).portal().act(fresh, cancel, "it works again");
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).portal().act(started, cancel, "mistake"));
        refused(io.itsm4j.InvalidInput.class, "REQUIRED", () -> desk.cancel(started, " "));

        assertThat(desk.get(fresh).state()).isEqualTo(IncidentLifecycle.CANCELLED);
        assertThat(desk.get(fresh).times().closedAt()).isEqualTo(NINE);
        assertThat(desk.get(started).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void a_major_incident_from_the_proposal_to_the_review() {
        Incidents lead = itsm.as(mia).incidents();
        TicketId id = aliceReports();
        desk.proposeMajor(id, "the whole floor is dark");
        refused(NotPermitted.class, "NOT_PERMITTED", () -> desk.acceptMajor(id));
        lead.acceptMajor(id);
        assertThat(desk.get(id).details().major()).isEqualTo(Incident.Major.ACCEPTED);
        assertThat(desk.get(id).details().majorManager()).isEqualTo(mia.id());
        desk.resolve(id, FIXED);

        clock.advance(Duration.ofDays(30));
        assertThat(itsm.processDue(10).done()).isZero();
        TransitionRefused early = refused(TransitionRefused.class, "GUARD", () -> desk.close(id));
        assertThat(early.failedGuards()).containsExactlyInAnyOrder("MAJOR_NEEDS_A_REVIEW", "MAJOR_NEEDS_COMMUNICATION");
        lead.communicate(id, "power is back on floor 3");
        lead.reviewMajor(id, "a second feed is ordered");
        desk.close(id);

        assertThat(desk.get(id).details().communications()).isEqualTo(1);
        assertThat(desk.get(id).details().majorReview()).isEqualTo("a second feed is ordered");
        assertThat(desk.tickets().journal(id, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .containsExactly(
                        "TicketOpened",
                        "MajorIncidentProposed",
                        "MajorIncidentAccepted",
                        "TicketResolved",
                        "MajorIncidentCommunicated",
                        "MajorIncidentReviewed",
                        "TicketClosed");
    }

    @Test
    void a_proposal_is_rejected_proposed_again_accepted_and_demoted() {
        Incidents lead = itsm.as(mia).incidents();
        TicketId id = aliceReports();
        refused(TransitionRefused.class, "GUARD", () -> lead.acceptMajor(id));
        desk.proposeMajor(id, "the whole floor");
        refused(TransitionRefused.class, "GUARD", () -> desk.proposeMajor(id, "again"));
        lead.rejectMajor(id, "one screen only");
        desk.proposeMajor(id, "now it is the floor");
        lead.acceptMajor(id);
        lead.demoteMajor(id, "it was one fuse");

        assertThat(desk.get(id).details().major()).isEqualTo(Incident.Major.DEMOTED);
        desk.resolve(id, FIXED);
        desk.close(id);
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void a_child_cannot_be_major_and_a_major_one_cannot_become_a_child() {
        TicketId parent = aliceReports();
        TicketId child = aliceReports();
        TicketId major = aliceReports();
        desk.tickets().placeUnder(child, parent);
        desk.proposeMajor(major, "the whole floor");

        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.proposeMajor(child, "too"));
        assertThat(refusal.failedGuards()).containsExactly("CHILD_CANNOT_BE_MAJOR");
        refused(TransitionRefused.class, "GUARD", () -> desk.tickets().placeUnder(major, parent));

        assertThat(desk.get(major).family().parent()).isNull();
        assertThat(desk.get(child).details().major()).isEqualTo(Incident.Major.NO);
    }

    @Test
    void an_ended_incident_is_archived_by_the_manager_and_leaves_the_portal() {
        TicketId id = aliceReports();
        refused(
                TransitionRefused.class,
                "TRANSITION",
                () -> itsm.as(carol).incidents().tickets().archive(id));
        desk.cancel(id, "reported twice");

        itsm.as(carol).incidents().tickets().archive(id);

        assertThat(desk.get(id).times().archivedAt()).isEqualTo(NINE);
        assertThat(itsm.as(alice).portal().find(id)).isEmpty();
    }

    @Test
    void nothing_is_said_on_an_incident_that_has_ended() {
        TicketId id = aliceReports();
        desk.resolve(id, FIXED);
        desk.close(id);

        refused(TransitionRefused.class, "TRANSITION", () -> desk.comment(id, AddComment.publicly("one more thing")));
        refused(TransitionRefused.class, "TRANSITION", () -> desk.reopen(id, "again"));

        assertThat(desk.get(id).version()).isEqualTo(3);
        assertThat(List.copyOf(desk.tickets().allowedActions(id)))
                .contains(IncidentLifecycle.FAULT_REPORT, IncidentLifecycle.CALL_BACK)
                .doesNotContain(IncidentLifecycle.REOPEN);
    }
}
