package io.itsm4j.memory;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.Digests;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A short life of some tickets, told as one digest, on whatever machine this runs. */
final class Machine {

    private static final TenantId ACME = TenantId.of("acme");

    private Machine() {}

    /** The digest of journals, search results, refusals and anchor. */
    static String digest() {
        MutableClock clock = MutableClock.at("2026-03-29T00:59:59.999999Z");
        Itsm itsm = Itsm.builder()
                .clock(clock)
                .ids(IdSource.seeded(7))
                .anchors(anchor -> {})
                .build();
        Incidents desk =
                itsm.as(Actor.of("acme", "bob", Role.AGENT, Role.MANAGER)).incidents();
        List<String> told = new ArrayList<>();
        for (String title : List.of(
                "Gr\u00F6\u00DFe 100%",
                "\u0130STANBUL \u0131\u015Fl\u0131k INC",
                "\u6253\u5370\u673A\u574F\u4E86 \uD83D\uDE00",
                "TITLE in I")) {
            TicketId id = desk.open(OpenTicket.titled(title)
                            .describedAs(title.repeat(3))
                            .requestedBy("alice")
                            .tagged("ti-" + title.length()))
                    .id();
            desk.hold(id, HoldIncident.untilCallerAnswers("\u5728\u5417? " + title));
            clock.advance(Duration.ofDays(1));
            itsm.processDue(10);
            desk.comment(id, AddComment.internally("\u00E7\u011F " + title));
            desk.resolve(id, ResolveIncident.with("FIXED", title));
            desk.tickets().journal(id, PageRequest.all()).items().stream()
                    .map(JournalEntry::hash)
                    .forEach(told::add);
            told.add(desk.get(id).number());
        }
        for (String words : List.of("istanbul", "GR\u00D6SSE", "title", "\u6253\u5370", "inc0000002")) {
            itsm.as(Actor.of("acme", "bob", Role.AGENT))
                    .queue()
                    .page(PageRequest.of(Queue.matching(words)))
                    .items()
                    .forEach(found -> told.add(found.id().value()));
        }
        try {
            desk.open(OpenTicket.titled(""));
        } catch (ItsmException refusal) {
            told.add(refusal.message(Locale.ENGLISH));
            told.add(refusal.message(Locale.SIMPLIFIED_CHINESE));
        }
        told.add(itsm.anchor(ACME).root());
        told.add(String.valueOf(itsm.verify(ACME).isIntact()));
        return Digests.sha256(told.toArray(String[]::new));
    }

    /** Prints the digest, and what machine this was. */
    public static void main(String[] args) {
        System.out.println(java.util.TimeZone.getDefault().getID());
        System.out.println(Locale.getDefault().toLanguageTag());
        System.out.println(System.getProperty("file.encoding"));
        System.out.println(digest());
    }
}
