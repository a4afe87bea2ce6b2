package io.itsm4j.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Splitting a ticket: a new one with the same classification, linked to the old one, in one command. */
final class Splitting {

    private Splitting() {}

    static <D> Ticket<D> split(Engine engine, Acting who, TicketType<D> type, TicketId source, Split input) {
        return engine.both(who, type, StandardActions.SPLIT, source, source, input, (work, acting, from, same) -> {
            engine.checker().check(input, List.of());
            Acting plain = acting.with(CommandOptions.NONE);
            OpenTicket copy = copyOf(from, input);
            Draft<D> draft = Opening.draft(engine, work, plain.as(Acting.Audience.SYSTEM), type, copy, engine.now());
            draft.number(engine.number(acting.actor().tenant(), type));
            draft.note("splitFrom", from.number());
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
            Draft<D> draft = Opening.draft(
                    engine, work, acting.as(Acting.Audience.SYSTEM), type, copyOf(from, input), engine.now());
            draft.number(engine.number(acting.actor().tenant(), type));
            draft.note("followUpOf", from.number());
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

    /** An opening that copies what a related ticket shares with the old one. */
    static OpenTicket copyOf(TicketRecord from, Split input) {
        Classification c = from.classification();
        return OpenTicket.titled(input.title())
                .describedAs(input.description() == null ? from.content().description() : input.description())
                .requestedBy(from.people().requester().value())
                .affecting(from.people().openedFor().value())
                .ofUnit(from.people().organisationUnit())
                .via(from.people().channel())
                .inCategory(c.category())
                .onService(c.service())
                .touching(c.cis().stream().map(AffectedCi::ci).toArray(String[]::new))
                .rated(c.impact(), c.urgency())
                .forGroup(
                        from.assignment().group() == null
                                ? null
                                : from.assignment().group().value())
                .tagged(c.tags().toArray(String[]::new))
                .withFields(from.fields().entrySet().stream()
                        .collect(Collectors.toMap(
                                java.util.Map.Entry::getKey, e -> e.getValue().value())))
                .restrictedToGroups(from.restrictedTo().stream()
                        .map(io.itsm4j.actor.GroupId::value)
                        .toArray(String[]::new));
    }
}
