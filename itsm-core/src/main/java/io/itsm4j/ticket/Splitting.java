package io.itsm4j.ticket;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.GroupId;
import io.itsm4j.lifecycle.StateCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splitting a ticket: a new one with the same classification, linked to the old one, in one command. */
final class Splitting {

    private Splitting() {}

    static <D> Ticket<D> split(Engine engine, Acting who, TicketType<D> type, TicketId source, Split input) {
        return engine.both(who, type, StandardActions.SPLIT, source, source, input, (work, acting, from, same) -> {
            engine.checker().check(input, List.of());
            Acting plain = acting.with(CommandOptions.NONE);
            Copy copy = copyOf(engine, type, from, input);
            Draft<D> draft =
                    Opening.draft(engine, work, plain.as(Acting.Audience.SYSTEM), type, copy.open(), engine.now());
            draft.number(engine.number(acting.actor().tenant(), type));
            draft.note("splitFrom", from.number());
            copy.noteDropped(draft);
            Links.make(engine, work, draft, LinkType.SPLIT_FROM, source);
            Decided<D> born = engine.decider()
                    .open(
                            draft,
                            CommandKey.of(acting, type.name(), StandardActions.SPLIT, source.value(), input),
                            engine.now());
            List<Decided<?>> all = new ArrayList<>();
            all.add(born);
            all.add(engine.step(
                    work,
                    acting,
                    type,
                    from,
                    StandardActions.SPLIT,
                    input,
                    (unit, old) -> old.note("into", born.after().number()),
                    CommandKey.NONE));
            engine.writing().write(work, all);
            return born.ticket();
        });
    }

    static <D> Ticket<D> followUp(Engine engine, Acting who, TicketType<D> type, TicketId source, Split input) {
        return engine.both(who, type, StandardActions.OPEN, source, source, input, (work, acting, from, same) -> {
            engine.checker().check(input, List.of());
            Engine.checkVersion(acting, from);
            StateCategory category = from.state().category();
            if (!category.isTerminal() && category != StateCategory.RESOLVED) {
                throw new RuleViolated(
                        "FOLLOW_UP_OPEN",
                        Map.of("number", from.number(), "state", from.state().label()));
            }
            Copy copy = copyOf(engine, type, from, input);
            Draft<D> draft =
                    Opening.draft(engine, work, acting.as(Acting.Audience.SYSTEM), type, copy.open(), engine.now());
            draft.number(engine.number(acting.actor().tenant(), type));
            draft.note("followUpOf", from.number());
            copy.noteDropped(draft);
            Links.make(engine, work, draft, LinkType.FOLLOW_UP_OF, source);
            Decided<D> born = engine.decider()
                    .open(
                            draft,
                            CommandKey.of(acting, type.name(), StandardActions.OPEN, source.value(), input),
                            engine.now());
            engine.writing().write(work, List.of(born));
            return born.ticket();
        });
    }

    /**
     * An opening that copies what a related ticket shares with the old one.
     *
     * @param open without what could not be given to a ticket today
     * @param dropped what that was, by its name
     */
    private record Copy(OpenTicket open, List<String> dropped) {

        void noteDropped(Draft<?> draft) {
            if (!dropped.isEmpty()) {
                draft.note("dropped", dropped);
            }
        }
    }

    private static Copy copyOf(Engine engine, TicketType<?> type, TicketRecord from, Split input) {
        Classification c = from.classification();
        List<String> dropped = new ArrayList<>();
        String category = c.category();
        if (category != null
                && !engine.parts().definitions().categories(from.tenant()).contains(category)) {
            dropped.add("category");
            category = null;
        }
        Map<String, Object> fields = new TreeMap<>();
        from.fields().forEach((key, field) -> {
            if (type.fields().accepts(key, field.value())) {
                fields.put(key, field.value());
            } else {
                dropped.add("field." + key);
            }
        });
        GroupId group = from.assignment().group();
        OpenTicket open = OpenTicket.titled(input.title())
                .describedAs(input.description() == null ? from.content().description() : input.description())
                .requestedBy(from.people().requester().value())
                .affecting(from.people().openedFor().value())
                .ofUnit(from.people().organisationUnit())
                .via(from.people().channel())
                .inCategory(category)
                .onService(c.service())
                .touching(c.affected().toArray(String[]::new))
                .rated(c.impact(), c.urgency())
                .forGroup(group == null ? null : group.value())
                .tagged(c.tags().toArray(String[]::new))
                .withFields(fields)
                .restrictedToGroups(
                        from.restrictedTo().stream().map(GroupId::value).toArray(String[]::new));
        return new Copy(open, dropped.stream().sorted().toList());
    }
}
