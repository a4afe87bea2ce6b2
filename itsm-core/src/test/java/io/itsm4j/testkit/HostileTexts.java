package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.CategoryTree;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.FileNames;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.OverridePriority;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Texts that are empty, too long, badly formed, or pretend to be something else. */
public abstract class HostileTexts extends Hostile {

    private static final String ZERO_WIDTH_SPACE = "\u200b";
    private static final String IDEOGRAPHIC_SPACE = "\u3000";

    /** A code point of two chars: the first ideograph of extension B. */
    private static final String EXTENSION_B = "\ud840\udc00";

    /** Every text that a command takes, by the name of its field; each call is right but for the text. */
    private Map<String, Consumer<String>> fields(TicketId id) {
        Map<String, Consumer<String>> fields = new LinkedHashMap<>();
        fields.put("title", text -> incidents().open(OpenTicket.titled(text)));
        fields.put("description", text -> incidents().open(titled().describedAs(text)));
        fields.put("requester", text -> incidents().open(titled().requestedBy(text)));
        fields.put("openedFor", text -> incidents().open(titled().affecting(text)));
        fields.put("organisationUnit", text -> incidents().open(titled().ofUnit(text)));
        fields.put("category", text -> incidents().open(titled().inCategory(text)));
        fields.put("service", text -> incidents().open(titled().onService(text)));
        fields.put("cis", text -> incidents().open(titled().touching(text)));
        fields.put("group", text -> incidents().assign(id, Assign.to(text, null)));
        fields.put("assignee", text -> incidents().assign(id, Assign.to(null, text)));
        fields.put("tags", text -> incidents().open(titled().tagged(text)));
        fields.put("externalReference", text -> incidents().open(titled().referredToAs(text)));
        fields.put("template", text -> incidents().open(titled().fromTemplate(text)));
        fields.put("restrictedTo", text -> incidents().open(titled().restrictedToGroups(text)));
        fields.put("watchers", text -> incidents().open(titled().watchedBy(text)));
        fields.put("body", text -> incidents().comment(id, AddComment.internally(text)));
        fields.put("notes", text -> incidents().resolve(id, ResolveIncident.with("FIXED", text)));
        fields.put("code", text -> incidents().resolve(id, ResolveIncident.with(text, "done")));
        fields.put("comment", text -> incidents().hold(id, new HoldIncident(HoldReason.VENDOR, text)));
        fields.put("reason", text -> incidents().cancel(id, text));
        fields.put("text", text -> incidents().provideWorkaround(id, text));
        fields.put("task.title", text -> incidents().tickets().addTask(id, AddTask.titled(text)));
        fields.put("note", text -> incidents().tickets().logWork(id, LogWork.minutes(5, text)));
        fields.put("split.title", text -> incidents().tickets().split(id, new Split(text, null)));
        fields.put("update.title", text -> incidents().update(id, UpdateTicket.NOTHING.titled(text)));
        fields.put("add", text -> incidents().tickets().tag(id, new ChangeTags(Set.of(text), Set.of())));
        fields.put("watcher", text -> incidents().tickets().watch(id, new ChangeWatchers(Set.of(text), Set.of())));
        fields.put(
                "override.reason",
                text -> itsm.as(carol)
                        .incidents()
                        .tickets()
                        .overridePriority(id, new OverridePriority(Priority.HIGH, text)));
        return fields;
    }

    private static final Set<String> MULTI_LINE =
            Set.of("description", "body", "notes", "comment", "reason", "text", "note", "override.reason");

    private static OpenTicket titled() {
        return OpenTicket.titled("Printer is out of paper");
    }

    /** Incidents where categories are declared, so that a text comes back in a message. */
    private Incidents categorised() {
        Definitions known = Definitions.fixed(CategoryTree.of("it/printer"), List.of(), List.of());
        return scene().definitions(known).build().as(bob).incidents();
    }

    @Test
    void h01_a_title_of_nothing_visible_is_required() {
        for (String title :
                new String[] {null, "", "   ", ZERO_WIDTH_SPACE, IDEOGRAPHIC_SPACE, " \u200b\u3000\u00a0"}) {
            refusedField("title", "REQUIRED", () -> open(title), () -> open("Printer"));
        }
        TicketId id = opened("x").id();
        refusedField(
                "body",
                "REQUIRED",
                () -> incidents().comment(id, AddComment.internally(ZERO_WIDTH_SPACE)),
                () -> incidents().comment(id, AddComment.internally("seen")));
    }

    private void open(@Nullable String title) {
        incidents().open(OpenTicket.titled(title));
    }

    @Test
    void h02_a_title_of_the_most_code_points_is_kept_and_one_more_is_too_long() {
        String most = times(199, "x") + EXTENSION_B;
        InvalidInput tooLong = refusedField("title", "TOO_LONG", () -> open(most + "y"), () -> open(most));
        says(tooLong, "200");
        refusedField(
                "title", "TOO_LONG", () -> open(times(200, "x") + EXTENSION_B), () -> open(times(200, EXTENSION_B)));
        assertThat(titles(itsm, bob)).containsExactlyInAnyOrder(most, times(200, EXTENSION_B));
    }

    @Test
    void h03_nul_is_refused_in_every_text_before_the_store_is_reached() {
        everyTextRefuses("a\0b");
    }

    @Test
    void h04_half_a_surrogate_pair_is_refused_in_every_text_before_the_store_is_reached() {
        everyTextRefuses("a\ud800b");
        everyTextRefuses("\udc00");
    }

    private void everyTextRefuses(String text) {
        TicketId id = opened("Printer").id();
        fields(id).forEach((field, command) -> {
            InvalidInput failure =
                    refusedWithoutTrace(InvalidInput.class, "ILLEGAL_CHARACTER", () -> command.accept(text));
            assertThat(failure.faults()).as(field).isNotEmpty();
        });
        for (Criterion<io.itsm4j.ticket.TicketRecord> filter : List.of(
                Queue.matching(text),
                io.itsm4j.ticket.TicketAttributes.SERVICE.is(text),
                io.itsm4j.ticket.TicketAttributes.SERVICE.in(List.of("a", text)))) {
            refusedWithoutTrace(
                    InvalidInput.class,
                    "ILLEGAL_CHARACTER",
                    () -> itsm.as(bob).queue().page(PageRequest.of(filter)));
        }
    }

    @Test
    void h05_characters_of_four_bytes_are_kept_as_they_are() {
        String text = "\ud83d\udda8\ufe0f jammed \ud840\udc00\ud869\uded6 \ud83d\udc68\u200d\ud83d\udcbb";
        TicketId id = incidents()
                .open(OpenTicket.titled(text).describedAs(text).onService(text).tagged("\ud840\udc00"))
                .id();
        incidents().comment(id, AddComment.publicly(text));

        var found = incidents().get(id);
        assertThat(found.title()).isEqualTo(text);
        assertThat(found.content().description()).isEqualTo(text);
        assertThat(found.classification().service()).isEqualTo(text);
        assertThat(found.classification().tags()).containsExactly("\ud840\udc00");
        assertThat(incidents().tickets().comments(id, PageRequest.all()).items())
                .extracting(comment -> comment.body())
                .containsExactly(text);
        assertThat(itsm.as(bob).queue().count(Queue.matching("\ud840\udc00"))).isEqualTo(1);
    }

    @Test
    void h06_direction_overrides_are_kept_as_data_and_shown_as_escapes() {
        String title = "invoice\u202egpj.exe";
        TicketId id = incidents().open(OpenTicket.titled(title)).id();
        assertThat(incidents().get(id).title()).isEqualTo(title);
        RuleViolated logged = refusedWithoutTrace(
                RuleViolated.class,
                "CATEGORY_UNKNOWN",
                () -> categorised().open(titled().inCategory(title)),
                () -> categorised().open(titled().inCategory("it/printer")));
        assertThat(logged.getMessage()).contains("invoice\\u202Egpj.exe").doesNotContain("\u202e");
        assertThat(FileNames.sanitised(title)).isEqualTo("invoicegpj.exe");
        assertThat(FileNames.contentDisposition(title)).doesNotContain("\u202e");
    }

    @Test
    void h07_line_breaks_are_refused_wherever_a_text_is_one_line() {
        TicketId id = opened("Printer").id();
        for (String text : List.of("a\r\nb", "a\nb", "a\rb", "a\u2028b", "a\u0085b")) {
            fields(id).forEach((field, command) -> {
                if (!MULTI_LINE.contains(field)) {
                    refusedWithoutTrace(InvalidInput.class, "ILLEGAL_CHARACTER", () -> command.accept(text));
                }
            });
            refused(InvalidInput.class, "ILLEGAL_CHARACTER", () -> Actor.of("acme", text, Role.AGENT));
            refused(InvalidInput.class, "ILLEGAL_CHARACTER", () -> Actor.of(text, "bob", Role.AGENT));
        }
        var attached = scene().attachments(new MemoryAttachments(clock), 10)
                .build()
                .as(bob)
                .incidents();
        refusedField(
                "fileName",
                "ILLEGAL_CHARACTER",
                () -> attached.tickets().attach(id, AttachFile.named("a\r\nb.txt", null), bytes(1)),
                () -> attached.tickets().attach(id, AttachFile.named("ab.txt", null), bytes(1)));
    }

    @Test
    void h08_a_text_of_ten_mebibytes_is_refused_without_being_copied() {
        String huge = times(FULL ? 10 << 20 : 1 << 20, "x");
        String lines = times(100_000, "line\n");
        refusedField(
                "description",
                "TOO_LONG",
                () -> incidents().open(titled().describedAs(huge)),
                () -> incidents().open(titled().describedAs(times(65_536, "x"))));
        long before = Allocation.ofThisThread();
        refused(InvalidInput.class, "TOO_LONG", () -> incidents().open(titled().describedAs(huge)));
        assertThat(Allocation.ofThisThread() - before).isLessThan(3L * huge.length());
        refusedField(
                "description",
                "TOO_LONG",
                () -> incidents().open(titled().describedAs(lines)),
                () -> incidents().open(titled().describedAs(times(13_000, "line\n"))));
    }

    @Test
    void h11_templates_in_texts_are_returned_letter_by_letter() {
        List<String> templates = List.of(
                "${7*7}",
                "#{T(java.lang.Runtime)}",
                "{{7*7}}",
                "<%= 7*7 %>",
                "%s%n%d",
                "${jndi:ldap://x.invalid/a}",
                "{0}",
                "{field}",
                "{limit}",
                "'{'",
                "${validatedValue}",
                "{max}");
        for (String text : templates) {
            TicketId id = incidents()
                    .open(OpenTicket.titled(text).describedAs(text).onService(text))
                    .id();
            incidents().comment(id, AddComment.publicly(text));
            var found = incidents().get(id);
            assertThat(found.title()).isEqualTo(text);
            assertThat(found.content().description()).isEqualTo(text);
            assertThat(incidents().tickets().comments(id, PageRequest.all()).items())
                    .extracting(comment -> comment.body())
                    .containsExactly(text);
            ItsmException named = refused(
                    RuleViolated.class, "CATEGORY_UNKNOWN", () -> categorised().open(titled().inCategory(text)));
            says(named, text);
            assertThat(itsm.as(bob).queue().count(Queue.matching(text))).isEqualTo(1);
        }
    }

    @Test
    void h13_what_is_searched_for_is_never_a_pattern_or_a_statement() {
        List<String> needles = List.of("' OR 1=1 --", "100%", "a_b", "c\\d", "[x]", "%", "_", "\\", "\"", "';--");
        List<String> titles = new ArrayList<>(List.of("nothing of the kind", "axb", "1000", "cd", "x"));
        titles.addAll(needles);
        titles.forEach(this::opened);
        for (String needle : needles) {
            long expected =
                    titles.stream().filter(title -> title.contains(needle)).count();
            assertThat(itsm.as(bob).queue().count(Queue.matching(needle)))
                    .as(needle)
                    .isEqualTo(expected);
        }
    }

    @Test
    void h19_a_mebibyte_meets_every_rule_of_form_and_is_looked_at_once() {
        for (String unit : List.of("A", "a/", "\\", "a.", "com1", " ", "0")) {
            String huge = times((1 << 20) / unit.length(), unit);
            refusedWithoutTrace(InvalidInput.class, "TOO_LONG", () -> open(huge));
            refused(InvalidInput.class, "ID_FORM", () -> TicketId.of(huge));
            assertThat(FileNames.mediaType(huge)).isEqualTo("application/octet-stream");
            assertThat(FileNames.sanitised(huge).length()).isLessThanOrEqualTo(205);
            refusedWithoutTrace(
                    InvalidInput.class,
                    "QUERY_CURSOR",
                    () -> itsm.as(bob)
                            .queue()
                            .page(PageRequest.<io.itsm4j.ticket.TicketRecord>all()
                                    .at(huge)));
        }
        assertThat(titles(itsm, bob)).isEmpty();
    }
}
