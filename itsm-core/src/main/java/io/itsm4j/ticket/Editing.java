package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What editing, escalating and logging do to a draft. */
final class Editing {

    private Editing() {}

    static <D> void apply(Engine engine, Draft<D> draft, UpdateTicket input) {
        refuseFrozen(draft, input);
        Content content = draft.content();
        if (input.title() != null && input.title().isBlank()) {
            throw new InvalidInput("title", "REQUIRED", Map.of());
        }
        draft.content(new Content(or(input.title(), content.title()), or(input.description(), content.description())));
        people(draft, input);
        Opening.checkCategory(engine.parts().definitions(), draft.tenant(), input.category());
        classify(draft, input);
        draft.fields(draft.type().fields().apply(draft.fields(), input.fields(), input.clear()));
    }

    private static <D> void people(Draft<D> draft, UpdateTicket input) {
        People people = draft.people();
        draft.people(new People(
                Opening.person(input.requester(), people.requester()),
                Opening.person(input.openedFor(), people.openedFor()),
                people.openedBy(),
                set(input.organisationUnit(), people.organisationUnit()),
                people.channel(),
                people.watchers()));
    }

    private static <D> void classify(Draft<D> draft, UpdateTicket input) {
        Classification was = draft.classification();
        Classification is = was.placed(set(input.category(), was.category()), set(input.service(), was.service()));
        if (input.cis() != null) {
            input.cis().forEach(ci -> Opening.checkReference("cis", ci.ci()));
            is = is.withCis(input.cis());
        }
        draft.classification(is);
        rate(
                draft,
                input.impact() == null ? was.impact() : input.impact(),
                input.urgency() == null ? was.urgency() : input.urgency());
    }

    /** Rating anew ends an override: the priority is the matrix's again. */
    static <D> void rate(Draft<D> draft, Impact impact, Urgency urgency) {
        Classification was = draft.classification();
        if (impact != was.impact() || urgency != was.urgency()) {
            draft.classification(was.rated(impact, urgency)
                    .withPriority(draft.type().matrix().priority(impact, urgency), null));
        }
    }

    private static <D> void refuseFrozen(Draft<D> draft, UpdateTicket input) {
        Set<String> frozen = draft.type().frozenIn(draft.from().category());
        List<InvalidInput.Fault> faults = new ArrayList<>();
        frozen(faults, frozen, "title", input.title());
        frozen(faults, frozen, "description", input.description());
        frozen(faults, frozen, "requester", input.requester());
        frozen(faults, frozen, "openedFor", input.openedFor());
        frozen(faults, frozen, "organisationUnit", input.organisationUnit());
        frozen(faults, frozen, "category", input.category());
        frozen(faults, frozen, "service", input.service());
        frozen(faults, frozen, "cis", input.cis());
        frozen(faults, frozen, "impact", input.impact());
        frozen(faults, frozen, "urgency", input.urgency());
        boolean leavesFields = input.fields().isEmpty() && input.clear().isEmpty();
        frozen(faults, frozen, "fields", leavesFields ? null : input.fields());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void frozen(
            List<InvalidInput.Fault> faults, Set<String> frozen, String field, @Nullable Object given) {
        if (given != null && frozen.contains(field)) {
            faults.add(new InvalidInput.Fault(field, "FROZEN"));
        }
    }

    static <D> void escalate(Engine engine, Draft<D> draft, Escalate input) {
        Assignment was = draft.assignment();
        draft.note("kind", input.kind().name()).notePersonal("reason", input.reason());
        if (input.kind() == Escalate.Kind.HIERARCHIC) {
            PersonId subject = was.assignee();
            Optional<Person> person =
                    subject == null ? Optional.empty() : engine.gate().person(draft.tenant(), subject);
            person.map(Person::manager).ifPresent(manager -> draft.notePersonal("manager", manager.value()));
            draft.assignment(was.escalated(was.tier()));
            return;
        }
        int tier = input.tier() == null ? Math.min(Assignment.TIERS, was.tier() + 1) : input.tier();
        if (tier < was.tier()) {
            throw new RuleViolated("TIER_DOWN", Map.of("tier", tier, "current", was.tier()));
        }
        Assignment to = input.group() == null ? was : was.to(new GroupId(input.group()), null);
        draft.assignment(to.escalated(tier));
    }

    static <D> void logWork(Draft<D> draft, LogWork input) {
        String currency = Opening.emptyToNull(input.currency());
        if (input.costMinor() > 0 && (currency == null || !currency.matches("[A-Z]{3}"))) {
            throw new InvalidInput("currency", currency == null ? "REQUIRED" : "INVALID", Map.of());
        }
        WorkLog log = new WorkLog(
                draft.freshId(),
                draft.tenant(),
                draft.id(),
                draft.actor().id(),
                input.minutes(),
                input.costMinor(),
                currency,
                input.billable(),
                or(input.note(), ""),
                draft.now());
        draft.write(WorkLog.KIND, null, log);
        draft.note("workLog", log.id())
                .note("minutes", log.minutes())
                .note("costMinor", log.costMinor())
                .note("billable", log.billable())
                .notePersonal("note", log.note());
        if (currency != null) {
            draft.note("currency", currency);
        }
    }

    static void cap(String field, int size, int limit) {
        if (size > limit) {
            throw new InvalidInput(field, "TOO_MANY", Map.of("limit", limit));
        }
    }

    private static <T> T or(@Nullable T given, T present) {
        return given == null ? present : given;
    }

    private static @Nullable String set(@Nullable String given, @Nullable String present) {
        return given == null ? present : Opening.emptyToNull(given);
    }
}
