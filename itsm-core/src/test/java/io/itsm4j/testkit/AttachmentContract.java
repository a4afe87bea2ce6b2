package io.itsm4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.HostFault;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.Attachment;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files: bytes with the host, metadata with the ticket, and never one without the other for long. */
public abstract class AttachmentContract extends Contract {

    private static final int LIMIT = 1_000;

    private MemoryAttachments bytes;
    private Itsm itsm;
    private Tickets<Incident> tickets;
    private Ticket<Incident> ticket;

    @BeforeEach
    void begin() {
        bytes = new MemoryAttachments(clock);
        itsm = builder().attachments(bytes, LIMIT).build();
        tickets = itsm.as(bob).incidents().tickets();
        ticket = tickets.open(OpenTicket.titled("Printer").requestedBy("alice"));
    }

    private static InputStream file(int size) {
        return new ByteArrayInputStream("x".repeat(size).getBytes(UTF_8));
    }

    private List<Attachment> listed() {
        return tickets.attachments(ticket.id(), PageRequest.all()).items();
    }

    @Test
    void keeps_a_file_and_gives_it_back() throws IOException {
        tickets.attach(
                ticket.id(),
                AttachFile.named("Drucker 打印机.txt", "text/plain"),
                new ByteArrayInputStream("hello".getBytes(UTF_8)));

        Attachment kept = listed().get(0);
        assertThat(kept.fileName()).isEqualTo("Drucker 打印机.txt");
        assertThat(kept.mediaType()).isEqualTo("text/plain");
        assertThat(kept.size()).isEqualTo(5);
        assertThat(kept.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(kept.by()).isEqualTo(bob.id());
        try (InputStream stream = tickets.read(ticket.id(), kept.id())) {
            assertThat(stream).hasContent("hello");
        }
    }

    @Test
    void takes_a_file_of_exactly_the_limit_and_keeps_nothing_of_a_longer_one() {
        tickets.attach(ticket.id(), AttachFile.named("full", null), file(LIMIT));
        refused(
                RuleViolated.class,
                "ATTACHMENT_TOO_LARGE",
                () -> tickets.attach(ticket.id(), AttachFile.named("more", null), file(LIMIT + 1)));
        tickets.attach(ticket.id(), AttachFile.named("empty", null), file(0));

        assertThat(listed()).extracting(Attachment::size).containsExactly(1_000L, 0L);
        assertThat(listed()).extracting(Attachment::mediaType).containsOnly("application/octet-stream");
        assertThat(bytes.keys()).hasSize(2);
    }

    @Test
    void keeps_nothing_of_a_stream_that_fails_half_way() {
        InputStream broken = new SequenceInputStream(file(10), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }
        });

        refused(
                HostFault.class,
                "HOST_ATTACHMENTS",
                () -> tickets.attach(ticket.id(), AttachFile.named("a", null), broken));

        assertThat(listed()).isEmpty();
        assertThat(bytes.keys()).isEmpty();
        assertThat(tickets.get(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void takes_the_bytes_back_when_the_command_is_refused() {
        itsm.as(bob).incidents().cancel(ticket.id(), "by mistake");

        refused(
                TransitionRefused.class,
                "TRANSITION",
                () -> tickets.attach(ticket.id(), AttachFile.named("a", null), file(3)));

        assertThat(bytes.keys()).isEmpty();
        assertThat(tickets.get(ticket.id()).version()).isEqualTo(2);
    }

    @Test
    void shows_requesters_public_files_only() throws IOException {
        tickets.attach(ticket.id(), new AttachFile("log", null, Comment.Visibility.INTERNAL), file(3));
        itsm.as(alice)
                .portal()
                .attach(ticket.id(), "photo.jpg", "image/jpeg", new ByteArrayInputStream("jpg".getBytes(UTF_8)));
        String internal = listed().get(0).id();

        List<Attachment> theirs = itsm.as(alice)
                .portal()
                .attachments(ticket.id(), PageRequest.all())
                .items();
        assertThat(theirs).extracting(Attachment::fileName).containsExactly("photo.jpg");
        try (InputStream stream =
                itsm.as(alice).portal().read(ticket.id(), theirs.get(0).id())) {
            assertThat(stream).hasContent("jpg");
        }
        refused(NotFound.class, "NOT_FOUND", () -> itsm.as(alice).portal().read(ticket.id(), internal));
    }

    @Test
    void sweeps_bytes_that_nothing_refers_to_after_a_day() {
        tickets.attach(ticket.id(), AttachFile.named("keep", null), file(3));
        tickets.attach(ticket.id(), AttachFile.named("drop", null), file(4));
        String kept = listed().get(0).id();
        tickets.detach(ticket.id(), listed().get(1).id());

        assertThat(itsm.sweepAttachments()).isZero();
        clock.advance(Duration.ofHours(25));
        assertThat(itsm.sweepAttachments()).isEqualTo(1);

        assertThat(bytes.keys()).containsExactly(kept);
        assertThat(listed()).extracting(Attachment::id).containsExactly(kept);
    }

    @Test
    void refuses_files_where_the_host_has_no_place_for_them() {
        Incidents without = builder().build().as(bob).incidents();

        refused(
                RuleViolated.class,
                "ATTACHMENTS_OFF",
                () -> without.tickets().attach(ticket.id(), AttachFile.named("a", null), file(3)));

        assertThat(without.get(ticket.id())).isEqualTo(ticket);
    }
}
