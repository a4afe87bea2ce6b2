package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordsGuideTest {

    // region definition-form
    /** The words a desk greets its callers with. */
    record Greeting(String words, long patience) {}

    static final DefinitionForm<Greeting> GREETING = new DefinitionForm<>(
            "greeting",
            greeting -> Map.of("words", greeting.words(), "patience", greeting.patience()),
            map -> new Greeting((String) map.get("words"), (Long) map.get("patience")));
    // endregion

    @Test
    void a_host_keeps_a_definition_of_its_own() {
        // region definition-kept
        Itsm itsm = Itsm.inMemory();
        Actor carol = Actor.of("acme", "carol", Role.MANAGER);
        Registry<StoredDefinition> definitions = itsm.as(carol).records(StoredDefinition.TYPE);
        Greeting hello = new Greeting("Good morning", 3);

        StoredDefinition stored = definitions.add(
                Action.of("define-greeting"),
                Set.of(Role.MANAGER),
                hello,
                ledger -> ledger.define(GREETING, "hello", hello));

        Greeting read = definitions
                .read(ledger -> ledger.definition(GREETING, "hello"))
                .map(Defined::value)
                .orElseThrow();
        // endregion

        assertThat(read).isEqualTo(hello);
        assertThat(stored.revision()).isEqualTo(1);
    }

    @Test
    void a_command_changes_records_and_tickets_together() {
        Itsm itsm = Itsm.inMemory();
        Actor carol = Actor.of("acme", "carol", Role.MANAGER, Role.AGENT);
        Registry<StoredDefinition> definitions = itsm.as(carol).records(StoredDefinition.TYPE);
        Greeting hello = new Greeting("Good morning", 3);

        // region ledger
        definitions.add(Action.of("define-greeting"), Set.of(Role.MANAGER), hello, ledger -> {
            ledger.open(itsm.incidentType(), OpenTicket.titled("Learn the new greeting"), draft -> {});
            return ledger.define(GREETING, "hello", hello);
        });
        // endregion

        assertThat(itsm.as(carol).incidents().count(io.itsm4j.storage.Criterion.all()))
                .isEqualTo(1);
    }
}
