package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.Messages;
import io.itsm4j.RuleViolated;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.IdSource;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Machines that speak, count and tell the time differently. */
public abstract class HostileLocales extends Hostile {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void h76_codes_and_texts_do_not_depend_on_the_machines_language() {
        List<List<String>> seen = new ArrayList<>();
        for (String tag : List.of("en", "zh-CN", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "")) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            store = fixture().empty();
            itsm = builder().build();
            Incidents desk = incidents();
            TicketId id = desk.open(OpenTicket.titled("TITLE Id").tagged("ID")).id();
            desk.tickets().tag(id, new ChangeTags(Set.of("INFO"), Set.of("id")));
            InvalidInput failure =
                    refused(InvalidInput.class, "TOO_LONG", () -> desk.open(OpenTicket.titled("x".repeat(1_234))));
            seen.add(List.of(
                    desk.get(id).number(),
                    desk.get(id).classification().tags().toString(),
                    String.valueOf(itsm.as(bob).queue().count(Queue.matching("title id"))),
                    failure.getMessage(),
                    failure.message(Locale.ROOT),
                    failure.message(Locale.forLanguageTag("tr-TR")),
                    failure.message(Locale.SIMPLIFIED_CHINESE)));
        }
        assertThat(Set.copyOf(seen)).hasSize(1);
        assertThat(seen.get(0).subList(0, 4))
                .containsExactly("INC0000001", "[info]", "1", "title is longer than 200 characters");
        assertThat(seen.get(0).get(5)).isEqualTo("title is longer than 200 characters");
        assertThat(seen.get(0).get(6))
                .contains("title", "200")
                .isNotEqualTo(seen.get(0).get(5));
    }

    @Test
    void h76_a_missing_text_falls_back_and_values_are_never_taken_for_templates() {
        assertThat(Messages.render("NO_SUCH_TEXT", Map.of("a", 1), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("NO_SUCH_TEXT {a=1}");
        for (String value : List.of("{field}", "'{0}'", "{", "}", "it's", "%s", "$1", "\\u0041")) {
            assertThat(Messages.render("REQUIRED", Map.of("field", value), Locale.ENGLISH))
                    .isEqualTo(value + " is required");
        }
        assertThat(Messages.render("REQUIRED", Map.of(), Locale.ENGLISH)).isEqualTo("{field} is required");
        RuleViolated german = new RuleViolated("MERGE_SELF", Map.of());
        assertThat(german.message(Locale.GERMAN)).isEqualTo(german.message(Locale.ENGLISH));
        assertThat(german.message(Locale.TRADITIONAL_CHINESE)).isEqualTo(german.message(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void h77_the_machines_time_zone_changes_nothing() {
        List<List<String>> journals = new ArrayList<>();
        for (String name :
                List.of("UTC", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "Australia/Lord_Howe")) {
            TimeZone.setDefault(TimeZone.getTimeZone(name));
            store = fixture().empty();
            itsm = Itsm.builder()
                    .store(store)
                    .clock(MutableClock.at("2026-03-29T00:59:59.999999Z"))
                    .ids(IdSource.seeded(7))
                    .build();
            TicketId id = resolved("Printer").id();
            List<String> hashes = incidents().tickets().journal(id, PageRequest.all()).items().stream()
                    .map(entry -> entry.occurredAt() + " " + entry.hash())
                    .toList();
            journals.add(hashes);
            assertThat(incidents().get(id).times().openedAt()).hasToString("2026-03-29T00:59:59.999999Z");
            assertThat(itsm.verify(ACME).isIntact()).isTrue();
        }
        assertThat(Set.copyOf(journals)).hasSize(1);
    }
}
