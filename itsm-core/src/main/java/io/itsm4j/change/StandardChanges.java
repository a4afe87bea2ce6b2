package io.itsm4j.change;

import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The templates of standard changes: proposed by anybody of the desk, authorised by another, retired in the end. */
public final class StandardChanges {

    /** The action of proposing one. */
    public static final Action PROPOSE = Action.of("propose");

    /** The action of authorising one. */
    public static final Action AUTHORISE = Action.of("authorise");

    /** The action of retiring one. */
    public static final Action RETIRE = Action.of("retire");

    private final Registry<StandardTemplate> registry;

    StandardChanges(Registry<StandardTemplate> registry) {
        this.registry = registry;
    }

    /**
     * Proposes a standard change.
     *
     * @throws io.itsm4j.Conflict with {@code DUPLICATE} when the name is taken
     */
    public StandardTemplate propose(ProposeStandard input) {
        return registry.add(
                PROPOSE,
                Set.of(Role.AGENT, Role.CHANGE_MANAGER),
                input,
                ledger -> ledger.add(
                        StandardTemplate.TYPE,
                        new StandardTemplate(
                                ledger.newId(),
                                ledger.tenant(),
                                Objects.requireNonNull(input.name()),
                                Objects.requireNonNull(input.title()),
                                Objects.requireNonNull(input.reason()),
                                new Plans(input.implementation(), input.test(), input.backout(), null),
                                input.downtimeMinutes(),
                                StandardTemplate.State.PROPOSED,
                                ledger.actor().id(),
                                null,
                                0,
                                ChainHead.NONE),
                        "StandardChangeProposed",
                        Map.of()));
    }

    /**
     * Authorises a proposed one; not by who proposed it.
     *
     * @throws NotPermitted with {@code STANDARD_SEPARATION} when the actor proposed it
     * @throws RuleViolated with {@code STANDARD_STATE} when it is not proposed
     */
    public StandardTemplate authorise(String id) {
        return registry.change(id, AUTHORISE, Set.of(Role.CHANGE_MANAGER), Reason.NONE, (ledger, template) -> {
            require(template, StandardTemplate.State.PROPOSED);
            if (template.proposedBy().equals(ledger.actor().id())) {
                throw new NotPermitted("STANDARD_SEPARATION", Map.of("person", template.proposedBy()));
            }
            StandardTemplate used =
                    template.in(StandardTemplate.State.IN_USE, ledger.actor().id());
            return ledger.change(StandardTemplate.TYPE, template, used, "StandardChangeAuthorised", Map.of());
        });
    }

    /**
     * Ends its use; changes made from it go on.
     *
     * @throws RuleViolated with {@code STANDARD_STATE} when it is retired already
     */
    public StandardTemplate retire(String id, @Nullable String reason) {
        return registry.change(id, RETIRE, Set.of(Role.CHANGE_MANAGER), Reason.of(reason), (ledger, template) -> {
            if (template.state() == StandardTemplate.State.RETIRED) {
                require(template, StandardTemplate.State.IN_USE);
            }
            StandardTemplate retired = template.in(StandardTemplate.State.RETIRED, template.decidedBy());
            return ledger.change(StandardTemplate.TYPE, template, retired, "StandardChangeRetired", Map.of());
        });
    }

    static void require(StandardTemplate template, StandardTemplate.State wanted) {
        if (template.state() != wanted) {
            throw new RuleViolated(
                    "STANDARD_STATE", Map.of("name", template.name(), "state", template.state(), "wanted", wanted));
        }
    }

    /**
     * The template.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public StandardTemplate get(String id) {
        return registry.get(id);
    }

    /** A page of templates. */
    public Page<StandardTemplate> page(PageRequest<StandardTemplate> request) {
        return registry.page(request);
    }
}
