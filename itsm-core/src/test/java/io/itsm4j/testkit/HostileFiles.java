package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.HostFault;
import io.itsm4j.RuleViolated;
import io.itsm4j.incident.Incident;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.Attachment;
import io.itsm4j.ticket.FileNames;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are too large, never end, break off, or are named after something else. */
public abstract class HostileFiles extends Hostile {

    private static final int LIMIT = 100;

    private MemoryAttachments files;
    private Tickets<Incident> tickets;
    private TicketId id;

    @BeforeEach
    void open() {
        files = new MemoryAttachments(clock);
        itsm = scene().attachments(files, LIMIT).build();
        tickets = itsm.as(bob).incidents().tickets();
        id = opened("Printer").id();
    }

    private void attach(InputStream bytes) {
        tickets.attach(id, AttachFile.named("a.bin", null), bytes);
    }

    private List<Attachment> kept() {
        return tickets.attachments(id, PageRequest.all()).items();
    }

    @Test
    void h56_a_file_of_nothing_and_one_of_the_limit_are_kept_and_one_byte_more_is_not() {
        attach(bytes(0));
        says(
                refusedWithoutTrace(
                        RuleViolated.class,
                        "ATTACHMENT_TOO_LARGE",
                        () -> attach(bytes(LIMIT + 1)),
                        () -> attach(bytes(LIMIT))),
                "100",
                "a.bin");
        assertThat(kept()).extracting(Attachment::size).containsExactlyInAnyOrder(0L, 100L);
        assertThat(files.keys()).hasSize(2);
    }

    @Test
    void h56_what_a_stream_says_of_its_length_is_not_believed() {
        InputStream liar = new ByteArrayInputStream(new byte[LIMIT + 1]) {
            @Override
            public synchronized int available() {
                return 1;
            }
        };
        refusedWithoutTrace(RuleViolated.class, "ATTACHMENT_TOO_LARGE", () -> attach(liar));
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void h56_an_endless_stream_is_cut_off_at_the_limit() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 7;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };
        refusedWithoutTrace(RuleViolated.class, "ATTACHMENT_TOO_LARGE", () -> attach(endless));
        assertThat(read.get()).isLessThan(200_000);
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void h56_a_stream_that_breaks_off_leaves_nothing() {
        InputStream broken = new InputStream() {
            private int left = 50;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 7;
            }
        };
        HostFault fault =
                refusedWithoutTrace(HostFault.class, "HOST_ATTACHMENTS", () -> attach(broken), () -> attach(bytes(50)));
        says(fault, "connection reset");
        assertThat(fault).hasCauseInstanceOf(IOException.class);
        assertThat(files.keys()).hasSize(1);
    }

    @Test
    void h55_bytes_without_a_row_are_swept_after_a_day_and_a_row_never_lacks_its_bytes() throws IOException {
        attach(bytes(3));
        files.put("01890000-0000-7000-8000-00000000dead", bytes(9));
        clock.advance(Duration.ofHours(24));
        assertThat(itsm.sweepAttachments()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(itsm.sweepAttachments()).isEqualTo(1);
        assertThat(files.keys()).containsExactly(kept().get(0).id());
        assertThat(tickets.read(id, kept().get(0).id()).readAllBytes()).hasSize(3);
    }

    @Test
    void h55_a_refused_command_takes_its_bytes_back_at_once() {
        itsm.as(bob).incidents().resolve(id, fixed());
        itsm.as(bob).incidents().close(id);
        refusedWithoutTrace(io.itsm4j.TransitionRefused.class, "TRANSITION", () -> attach(bytes(3)));
        assertThat(files.keys()).isEmpty();
    }

    // spotless:off
    private static final List<List<String>> NAMES = List.of(
            List.of("../../etc/passwd",      "passwd"),
            List.of("C:\\x",                 "x"),
            List.of("CON",                   "file-CON"),
            List.of("con.txt",               "file-con.txt"),
            List.of("LPT1",                  "file-LPT1"),
            List.of("report.",               "report"),
            List.of("report. . ",            "report"),
            List.of("...",                   "file"),
            List.of("\u202Egpj.exe",         "gpj.exe"),
            List.of("\u05d3\u05d5\u05d7.pdf", "\u05d3\u05d5\u05d7.pdf"),
            List.of("a\"b.txt",              "a\"b.txt"),
            List.of("/",                     "file"));
    // spotless:on

    @Test
    void h57_a_file_name_is_kept_as_it_was_given_and_made_harmless_when_it_is_sent() {
        for (List<String> name : NAMES) {
            tickets.attach(id, AttachFile.named(name.get(0), null), bytes(1));
            assertThat(kept()).extracting(Attachment::fileName).contains(name.get(0));
            assertThat(FileNames.sanitised(name.get(0))).isEqualTo(name.get(1));
            String header = FileNames.contentDisposition(name.get(0));
            assertThat(header)
                    .startsWith("attachment; filename=\"")
                    .doesNotContain("/", "\\", "\r", "\n", "\u202e")
                    .containsPattern("filename\\*=UTF-8''[A-Za-z0-9.%-]+$");
            assertThat(header.chars().filter(c -> c == '"')).as(header).hasSize(2);
            assertThat(header.chars().allMatch(c -> c >= 0x20 && c < 0x7f))
                    .as(header)
                    .isTrue();
        }
        assertThat(files.keys()).allMatch(key -> key.matches("[0-9a-f-]{36}"));
    }

    @Test
    void h57_a_file_name_is_required_has_a_limit_and_loses_no_suffix() {
        for (String name : new String[] {null, "", " ", "\u200b"}) {
            refusedField(
                    "fileName",
                    "REQUIRED",
                    () -> tickets.attach(id, AttachFile.named(name, null), bytes(1)),
                    () -> tickets.attach(id, AttachFile.named("x", null), bytes(1)));
        }
        String longest = "n".repeat(251) + ".pdf";
        refusedField(
                "fileName",
                "TOO_LONG",
                () -> tickets.attach(id, AttachFile.named("n" + longest, null), bytes(1)),
                () -> tickets.attach(id, AttachFile.named(longest, null), bytes(1)));
        assertThat(FileNames.sanitised(longest)).hasSize(200).endsWith("n.pdf");
    }

    @Test
    void h58_a_media_type_is_safe_in_a_header_or_not_kept() {
        refusedField(
                "mediaType",
                "ILLEGAL_CHARACTER",
                () -> tickets.attach(id, AttachFile.named("a", "a/b\r\nX: y"), bytes(1)),
                () -> tickets.attach(id, AttachFile.named("a", "a/b"), bytes(1)));
        for (String odd :
                new String[] {null, "", "text", "text/html; charset=x", "a/b c", "TEXT/HTML", "a/\u00e9", "/"}) {
            assertThat(FileNames.mediaType(odd)).as(odd).isEqualTo("application/octet-stream");
        }
        assertThat(FileNames.mediaType("text/html")).isEqualTo("text/html");
        assertThat(FileNames.mediaType("application/vnd.ms-excel+xml")).isEqualTo("application/vnd.ms-excel+xml");
    }
}
