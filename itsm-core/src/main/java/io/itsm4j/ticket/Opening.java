package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.UnitOfWork;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the draft of a new ticket: template, people, classification, routing, custom fields, parent. */
final class Opening {

    private Opening() {}

    static OpenTicket filled(OpenTicket given, Definitions definitions, TenantId tenant) {
        String template = given.template();
        if (template == null) {
            return given;
        }
        checkReference("template", template);
        return definitions
                .template(tenant, template)
                .orElseThrow(() -> new InvalidInput("template", "UNKNOWN", Map.of("value", template)))
                .fill(given);
    }

    /** A requester reports for themselves and dispatches nothing. */
    static void checkRights(Acting acting, OpenTicket input) {
        if (acting.audience() != Acting.Audience.REQUESTER) {
            return;
        }
        String self = acting.actor().id().value();
        boolean forOthers = input.requester() != null && !input.requester().equals(self);
        boolean dispatches = input.group() != null
                || input.assignee() != null
                || !input.restrictedTo().isEmpty();
        if (forOthers || dispatches || input.externalReference() != null || input.parent() != null) {
            throw new NotPermitted(
                    "NOT_PERMITTED", Map.of("actor", self, "permission", "open:dispatch", "roles", "AGENT"));
        }
    }

    static <D> Draft<D> draft(
            Engine engine, UnitOfWork work, Acting acting, TicketType<D> type, OpenTicket input, Instant now) {
        Actor actor = acting.actor();
        TicketId id = new TicketId(engine.parts().ids().next(now));
        Draft<D> draft = new Draft<>(
                type,
                id,
                actor,
                now,
                input,
                Lookup.of(engine.parts(), work, actor.tenant(), id),
                new Content(java.util.Objects.requireNonNull(input.title()), textOf(input.description())),
                people(engine.gate(), actor, input),
                classification(type, input),
                openedAt(input, now));
        draft.with(new Ledger(new Books(engine, work), acting, StandardActions.OPEN.name(), now, engine.now()));
        checkCategory(engine.parts().definitions(), actor.tenant(), input.category());
        draft.fields(type.fields().apply(Map.of(), input.fields(), Set.of()));
        type.fields().checkRequired(draft.fields());
        draft.restrictedTo(groups(input.restrictedTo()));
        draft.externalReference(emptyToNull(input.externalReference()));
        draft.rate();
        assign(engine.parts().definitions(), draft, input);
        TicketId parent = input.parent();
        if (parent != null) {
            Placing.onOpen(engine, work, acting, draft, parent);
        }
        return draft;
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static Instant openedAt(OpenTicket input, Instant now) {
        Instant given = input.openedAt();
        if (given == null) {
            return now;
        }
        Instant opened = Times.storable("openedAt", given);
        if (opened.isAfter(now)) {
            throw new InvalidInput("openedAt", "IN_THE_FUTURE", Map.of("value", opened, "now", now));
        }
        return opened;
    }

    private static People people(Gate gate, Actor actor, OpenTicket input) {
        PersonId requester = person(input.requester(), actor.onBehalfOf() == null ? actor.id() : actor.onBehalfOf());
        return new People(
                requester,
                person(input.openedFor(), requester),
                actor.id(),
                emptyToNull(input.organisationUnit()),
                input.channel() == null ? Channel.IN_APP : input.channel(),
                input.watchers().stream()
                        .map(watcher -> gate.canonical(actor.tenant(), new PersonId(watcher)))
                        .collect(Collectors.toSet()));
    }

    static PersonId person(@Nullable String given, PersonId fallback) {
        return given == null || given.isEmpty() ? fallback : new PersonId(given);
    }

    private static Classification classification(TicketType<?> type, OpenTicket input) {
        Impact impact = input.impact() == null ? Impact.LOW : input.impact();
        Urgency urgency = input.urgency() == null ? Urgency.LOW : input.urgency();
        List<AffectedCi> cis =
                new LinkedHashSet<>(input.cis()).stream().map(Opening::ci).toList();
        return new Classification(
                emptyToNull(input.category()),
                emptyToNull(input.service()),
                cis,
                impact,
                urgency,
                type.matrix().priority(impact, urgency),
                null,
                tags(input.tags()));
    }

    static AffectedCi ci(String reference) {
        checkReference("cis", reference);
        return AffectedCi.named(reference);
    }

    static void checkReference(String field, String reference) {
        if (reference.isBlank()) {
            throw new InvalidInput(field, "REQUIRED", Map.of());
        }
        if (reference.codePointCount(0, reference.length()) > 100) {
            throw new InvalidInput(field, "TOO_LONG", Map.of("limit", 100));
        }
        if (reference.codePoints().anyMatch(Opening::isIllegal)) {
            throw new InvalidInput(field, "ILLEGAL_CHARACTER", Map.of());
        }
    }

    private static boolean isIllegal(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    static Set<String> tags(Set<String> words) {
        Set<String> tags = new LinkedHashSet<>();
        for (String word : words) {
            String tag = word.strip().toLowerCase(Locale.ROOT);
            checkReference("tags", tag);
            if (tag.codePointCount(0, tag.length()) > 50) {
                throw new InvalidInput("tags", "TOO_LONG", Map.of("limit", 50));
            }
            tags.add(tag);
        }
        return tags;
    }

    static Set<GroupId> groups(Set<String> names) {
        return names.stream().map(GroupId::new).collect(Collectors.toSet());
    }

    static void checkCategory(Definitions definitions, TenantId tenant, @Nullable String category) {
        if (category != null
                && !category.isEmpty()
                && !definitions.categories(tenant).contains(category)) {
            throw new RuleViolated("CATEGORY_UNKNOWN", Map.of("category", category));
        }
    }

    private static <D> void assign(Definitions definitions, Draft<D> draft, OpenTicket input) {
        if (input.group() != null || input.assignee() != null) {
            draft.assign(
                    input.group() == null ? null : new GroupId(input.group()),
                    input.assignee() == null ? null : new PersonId(input.assignee()));
            return;
        }
        TicketRecord asIs = draft.result();
        for (RoutingRule rule : definitions.routing(draft.tenant())) {
            boolean fits = (rule.type() == null || rule.type().equals(asIs.type()))
                    && rule.when().test(asIs);
            if (fits) {
                GroupId group = rule.group() == null ? null : new GroupId(rule.group());
                PersonId assignee = rule.assignee() == null ? null : new PersonId(rule.assignee());
                draft.assignment(new Assignment(group, assignee, rule.tier(), 0, 0));
                draft.note("routedBy", rule.name());
                return;
            }
        }
    }
}
