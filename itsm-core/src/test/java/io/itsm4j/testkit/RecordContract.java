package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.StoredDefinition.Status;
import io.itsm4j.ticket.TicketAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records beside the tickets run through the same command path; definitions, which are kept that way, show it. */
public abstract class RecordContract extends Contract {

    private record Greeting(String word, long times) {}

    private static final DefinitionForm<Greeting> FORM = new DefinitionForm<>(
            "greeting",
            greeting -> Map.of("word", greeting.word(), "times", greeting.times()),
            map -> new Greeting((String) map.get("word"), (Long) map.get("times")));

    private static final Action DEFINE = Action.of("define");

    private Itsm itsm;

    @BeforeEach
    void build() {
        itsm = builder().build();
    }

    private Registry<StoredDefinition> definitions() {
        return itsm.as(carol).records(StoredDefinition.TYPE);
    }

    private StoredDefinition define(String key, Greeting value) {
        return define(definitions(), key, value);
    }

    private static StoredDefinition define(Registry<StoredDefinition> as, String key, Greeting value) {
        return as.add(DEFINE, Set.of(Role.MANAGER), value, ledger -> ledger.define(FORM, key, value));
    }

    private Optional<Greeting> ofHash(String hash) {
        return definitions().read(ledger -> ledger.definitionOf(FORM, hash)).map(Defined::value);
    }

    private List<Greeting> all() {
        return definitions().read(ledger -> ledger.definitions(FORM)).stream()
                .map(Defined::value)
                .toList();
    }

    @Test
    void keeps_a_definition_and_reads_its_value_back() {
        StoredDefinition stored = define("hello", new Greeting("你好", 3));

        assertThat(stored.version()).isEqualTo(1);
        assertThat(definitions().get(stored.id())).isEqualTo(stored);
        Defined<Greeting> read =
                definitions().read(ledger -> ledger.definition(FORM, "hello")).orElseThrow();
        assertThat(read).isEqualTo(new Defined<>(stored, new Greeting("你好", 3)));
    }

    @Test
    void makes_a_new_revision_of_another_content_and_none_of_the_same() {
        StoredDefinition first = define("hello", new Greeting("hello", 1));
        StoredDefinition same = define("hello", new Greeting("hello", 1));
        StoredDefinition second = define("hello", new Greeting("hello", 2));

        assertThat(same).isEqualTo(first);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(definitions().get(first.id()).status()).isEqualTo(Status.SUPERSEDED);
        assertThat(ofHash(first.hash())).contains(new Greeting("hello", 1));
        assertThat(all()).containsExactly(new Greeting("hello", 2));
    }

    @Test
    void retires_a_definition_and_lets_its_key_begin_again_with_the_next_revision() {
        StoredDefinition first = define("hello", new Greeting("hello", 1));
        definitions()
                .change(
                        first.id(),
                        Action.of("retire"),
                        Set.of(Role.MANAGER),
                        Reason.NONE,
                        (ledger, found) -> ledger.retire(FORM, "hello").orElseThrow());

        assertThat(all()).isEmpty();
        assertThat(define("hello", new Greeting("hello", 1)).revision()).isEqualTo(2);
    }

    @Test
    void journals_every_change_in_a_chain_of_the_record_that_verifies() {
        StoredDefinition first = define("hello", new Greeting("hello", 1));
        define("hello", new Greeting("hello", 2));

        assertThat(definitions().history(first.id(), null).items())
                .extracting(JournalEntry::event)
                .containsExactly("DefinitionStored", "DefinitionSuperseded");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        assertThat(itsm.verify(ACME).records()).isEqualTo(2);
        assertThat(itsm.verify(ACME).entries()).isEqualTo(3);
    }

    @Test
    void refuses_whoever_lacks_the_role_and_writes_nothing() {
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> define(itsm.as(bob).records(StoredDefinition.TYPE), "hello", new Greeting("hello", 1)));

        assertThat(definitions().count(Criterion.all())).isZero();
        StoredDefinition allowed = define("hello", new Greeting("hello", 1));
        assertThat(definitions().get(allowed.id())).isEqualTo(allowed);
    }

    @Test
    void refuses_a_key_that_is_too_long_and_takes_the_longest() {
        String longest = "\uD842\uDFB7".repeat(StoredDefinition.KEY_LENGTH);
        refused(InvalidInput.class, "TOO_LONG", () -> define(longest + "x", new Greeting("hello", 1)));
        refused(InvalidInput.class, "REQUIRED", () -> define("  ", new Greeting("hello", 1)));

        StoredDefinition stored = define(longest, new Greeting("hello", 1));

        assertThat(definitions().get(stored.id()).key()).isEqualTo(longest);
    }

    @Test
    void carries_a_command_out_once_for_its_idempotency_key() {
        CommandOptions once = CommandOptions.key("first");
        Greeting greeting = new Greeting("hello", 1);
        StoredDefinition first = define(definitions().with(once), "hello", greeting);
        define("hello", new Greeting("hello", 2));

        StoredDefinition repeat = define(definitions().with(once), "hello", greeting);

        assertThat(repeat.id()).isEqualTo(first.id());
        assertThat(repeat.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(definitions().count(Criterion.all())).isEqualTo(2);
        refused(
                Conflict.class,
                "IDEMPOTENCY_MISMATCH",
                () -> define(definitions().with(once), "hello", new Greeting("other", 1)));
    }

    @Test
    void refuses_a_stale_version_and_keeps_the_newer_record() {
        StoredDefinition first = define("hello", new Greeting("hello", 1));
        define("hello", new Greeting("hello", 2));

        refused(
                Conflict.class,
                "CONFLICT",
                () -> definitions()
                        .with(CommandOptions.expecting(1))
                        .change(first.id(), DEFINE, Set.of(), Reason.NONE, (ledger, found) -> found));

        assertThat(definitions().get(first.id()).version()).isEqualTo(2);
    }

    @Test
    void hides_records_of_another_tenant() {
        StoredDefinition foreign = define("hello", new Greeting("hello", 1));
        Registry<StoredDefinition> others = itsm.as(io.itsm4j.actor.Actor.of("globex", "gus", Role.MANAGER, Role.AGENT))
                .records(StoredDefinition.TYPE);

        assertThat(definitions().find(foreign.id())).isPresent();
        assertThat(others.find(foreign.id())).isEmpty();
        assertThat(others.page(PageRequest.all()).items()).isEmpty();
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> others.change(foreign.id(), DEFINE, Set.of(), Reason.NONE, (ledger, found) -> found));
    }

    @Test
    void changes_records_and_tickets_together_or_not_at_all() {
        StoredDefinition stored = definitions().add(DEFINE, Set.of(), Reason.NONE, ledger -> {
            ledger.open(itsm.incidentType(), OpenTicket.titled("Greet"), draft -> {});
            return ledger.define(FORM, "hello", new Greeting("hello", 1));
        });
        assertThat(itsm.as(bob).incidents().count(Criterion.all())).isEqualTo(1);
        assertThat(definitions().find(stored.id())).isPresent();

        refused(
                RuleViolated.class,
                "NO_SINK",
                () -> definitions().add(DEFINE, Set.of(), Reason.NONE, ledger -> {
                    ledger.open(itsm.incidentType(), OpenTicket.titled("Greet again"), draft -> {});
                    ledger.define(FORM, "bye", new Greeting("bye", 1));
                    throw new RuleViolated("NO_SINK", Map.of());
                }));
        assertThat(itsm.as(bob).incidents().count(Criterion.all())).isEqualTo(1);
        assertThat(definitions().count(Criterion.all())).isEqualTo(1);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void steps_a_ticket_twice_within_a_command_as_its_lifecycle_allows() {
        var incident = itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down"));

        definitions().add(DEFINE, Set.of(), Reason.NONE, ledger -> {
            ledger.act(itsm.incidentType(), incident.id(), IncidentLifecycle.START, Reason.NONE, draft -> {});
            ledger.act(itsm.incidentType(), incident.id(), IncidentLifecycle.CANCEL, Reason.of("enough"), draft -> {});
            return ledger.define(FORM, "hello", new Greeting("hello", 1));
        });

        assertThat(itsm.as(bob).incidents().get(incident.id()).version()).isEqualTo(3);
        assertThat(itsm.as(bob).incidents().get(incident.id()).state().name()).isEqualTo("CANCELLED");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        refused(
                TransitionRefused.class,
                "TRANSITION",
                () -> definitions().add(DEFINE, Set.of(), Reason.NONE, ledger -> {
                    ledger.act(itsm.incidentType(), incident.id(), IncidentLifecycle.START, Reason.NONE, draft -> {});
                    return ledger.define(FORM, "late", new Greeting("late", 1));
                }));
        assertThat(definitions().count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void lets_a_ticket_verb_change_other_records_and_ends_a_rule_that_turns_on_itself() {
        var desk = itsm.as(bob).incidents();
        var first = desk.open(OpenTicket.titled("First"));
        var second = desk.open(OpenTicket.titled("Second"));
        AtomicReference<StoredDefinition> stored = new AtomicReference<>();

        desk.tickets().act(first.id(), IncidentLifecycle.START, Reason.NONE, draft -> {
            stored.set(draft.ledger().define(FORM, "hello", new Greeting("hello", 1)));
            draft.ledger().act(itsm.incidentType(), second.id(), IncidentLifecycle.START, Reason.NONE, other -> {});
        });
        assertThat(definitions().find(stored.get().id())).isPresent();
        assertThat(desk.get(second.id()).version()).isEqualTo(2);

        RuleViolated round = refused(
                RuleViolated.class,
                "CASCADE_CYCLE",
                () -> desk.tickets()
                        .act(
                                first.id(),
                                IncidentLifecycle.CANCEL,
                                Reason.of("enough"),
                                draft -> draft.ledger()
                                        .act(
                                                itsm.incidentType(),
                                                second.id(),
                                                IncidentLifecycle.CANCEL,
                                                Reason.of("enough"),
                                                other -> other.ledger()
                                                        .act(
                                                                itsm.incidentType(),
                                                                first.id(),
                                                                IncidentLifecycle.CANCEL,
                                                                Reason.of("enough"),
                                                                again -> {}))));
        assertThat(round.detail().get("chain")).isEqualTo(List.of(first.number(), second.number(), first.number()));
        assertThat(desk.count(TicketAttributes.IS_OPEN.is(true))).isEqualTo(2);
    }

    @Test
    void erases_a_person_from_the_journal_of_records_and_still_verifies() {
        StoredDefinition stored = define("hello", new Greeting("hello", 1));

        assertThat(itsm.erase(ACME, new PersonId("carol"))).isEqualTo(1);

        assertThat(definitions().history(stored.id(), null).items())
                .allSatisfy(entry -> assertThat(entry.actor().value()).isNotEqualTo("carol"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }
}
