package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.Transition;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Declares one kind of ticket. A practice of the library is one of these with verbs around it; a host declares its own
 * through the same builder and needs no table for it.
 *
 * @param <D> what only this type of ticket has; immutable, for a host's own type a record of plain values
 */
public final class TicketType<D> {

    private final String name;
    private final String prefix;
    private final int digits;
    private final Class<D> detailsClass;
    private final D blank;
    private final Lifecycle<Step<D>> lifecycle;
    private final PriorityMatrix matrix;
    private final FieldSchema fields;
    private final Set<Role> openedBy;
    private final Set<Role> readBy;
    private final Map<Action, String> events;
    private final Map<String, Consumer<Draft<D>>> effects;
    private final Map<Action, BiConsumer<Object, Draft<D>>> passed;
    private final Predicate<TicketRecord> replies;
    private final Erasing<D> erasing;
    private final RowErasing rowErasing;
    private final Consumer<Draft<D>> always;
    private final List<DetailField<D>> detailFields;
    private final List<Milestone<D>> milestones;
    private final List<LinkReaction<D>> reactions;
    private final List<Sequel<D>> sequels;
    private final Map<StateCategory, Set<String>> frozen;
    private final RecordKind<TicketRecord> kind;
    private final Map<Action, Set<Role>> rolesOf = new HashMap<>();

    private TicketType(Builder<D> builder, Lifecycle<Step<D>> lifecycle) {
        this.name = builder.name;
        this.prefix = builder.prefix;
        this.digits = builder.digits;
        this.detailsClass = builder.detailsClass;
        this.blank = builder.blank;
        this.lifecycle = lifecycle;
        this.matrix = builder.matrix;
        this.fields = builder.fields;
        this.openedBy = Set.copyOf(builder.openedBy);
        this.readBy = Set.copyOf(builder.readBy);
        this.events = Map.copyOf(builder.events);
        this.effects = Map.copyOf(builder.effects);
        this.replies = builder.replies;
        this.erasing = builder.erasing;
        this.rowErasing = builder.rowErasing;
        this.always = builder.always;
        this.passed = Map.copyOf(builder.passed);
        this.detailFields = List.copyOf(builder.detailFields);
        this.milestones = List.copyOf(builder.milestones);
        this.reactions = List.copyOf(builder.reactions);
        this.sequels = List.copyOf(builder.sequels);
        this.frozen = new EnumMap<>(builder.frozen);
        this.kind =
                builder.attributes.isEmpty() ? TicketAttributes.KIND : TicketAttributes.KIND.plus(builder.attributes);
        for (Transition<Step<D>> row : lifecycle.transitions()) {
            rolesOf.computeIfAbsent(row.action(), action -> new LinkedHashSet<>())
                    .addAll(row.whoMay());
        }
    }

    /**
     * Begins a declaration.
     *
     * @param name lower case, 1 to 40 letters, digits and hyphens
     * @param prefix of the human number, 1 to 10 of {@code A-Z}, {@code 0-9} and {@code -}
     * @param detailsClass what only this type has
     * @param blank the details of a new ticket
     */
    public static <D> Builder<D> named(String name, String prefix, Class<D> detailsClass, D blank) {
        return new Builder<>(name, prefix, detailsClass, blank);
    }

    /** The stable name. */
    public String name() {
        return name;
    }

    /** What human numbers begin with. */
    public String prefix() {
        return prefix;
    }

    /** The class of its details. */
    public Class<D> detailsClass() {
        return detailsClass;
    }

    /** The table it lives by. */
    public Lifecycle<Step<D>> lifecycle() {
        return lifecycle;
    }

    /** How its priority follows. */
    public PriorityMatrix matrix() {
        return matrix;
    }

    /** Its custom fields. */
    public FieldSchema fields() {
        return fields;
    }

    /** What it can be asked for: everything every ticket has, and its own attributes. */
    public RecordKind<TicketRecord> kind() {
        return kind;
    }

    /**
     * The same type with other data: matrix, custom fields, number of digits.
     *
     * @param changed what to change
     */
    public TicketType<D> with(Consumer<Builder<D>> changed) {
        Builder<D> copy = new Builder<>(name, prefix, detailsClass, blank);
        copy.digits = digits;
        copy.matrix = matrix;
        copy.fields = fields;
        copy.openedBy = openedBy;
        copy.readBy = readBy;
        copy.events.putAll(events);
        copy.effects.putAll(effects);
        copy.passed.putAll(passed);
        copy.replies = replies;
        copy.erasing = erasing;
        copy.rowErasing = rowErasing;
        copy.always = always;
        copy.detailFields.addAll(detailFields);
        copy.milestones.addAll(milestones);
        copy.reactions.addAll(reactions);
        copy.sequels.addAll(sequels);
        copy.frozen.putAll(frozen);
        kind.attributes().stream()
                .filter(attribute -> !TicketAttributes.KIND.accepts(attribute))
                .forEach(copy.attributes::add);
        changed.accept(copy);
        return copy.livingBy(lifecycle);
    }

    /** What a new ticket's details are, shared by all of them. */
    public D blank() {
        return blank;
    }

    Set<Role> openedBy() {
        return openedBy;
    }

    Set<Role> readBy() {
        return readBy;
    }

    List<DetailField<D>> detailFields() {
        return detailFields;
    }

    List<Milestone<D>> milestones() {
        return milestones;
    }

    List<LinkReaction<D>> reactions() {
        return reactions;
    }

    List<Sequel<D>> sequels() {
        return sequels;
    }

    Set<Role> rolesOf(Action action) {
        return action.equals(StandardActions.OPEN) ? openedBy : rolesOf.getOrDefault(action, Set.of());
    }

    Set<String> frozenIn(StateCategory category) {
        return frozen.getOrDefault(category, Set.of());
    }

    Consumer<Draft<D>> effect(String effectName) {
        Consumer<Draft<D>> effect = effects.get(effectName);
        if (effect == null) {
            throw new IllegalStateException(name + " declares no effect " + effectName);
        }
        return effect;
    }

    /** What an action does to a ticket it was passed on to from its parent. */
    void passedOn(Action action, Object input, Draft<D> draft) {
        passed.getOrDefault(action, (ignored, unchanged) -> {}).accept(input, draft);
    }

    /** What a requester's answer does: {@code reply} when the ticket waits for it, else a comment. */
    Action replyAction(TicketRecord ticket) {
        return replies.test(ticket) ? StandardActions.REPLY : StandardActions.COMMENT;
    }

    /** The details without what they say about a person. */
    D erased(D details, PersonId person, PersonId pseudonym) {
        return erasing.erase(details, person, pseudonym);
    }

    /** The rows of a ticket without what they say about a person. */
    void eraseRows(Ledger ledger, TicketId ticket, PersonId person, PersonId pseudonym) {
        rowErasing.erase(ledger, ticket, person, pseudonym);
    }

    /** What follows from every action, after its own effects and before its guards. */
    Consumer<Draft<D>> always() {
        return always;
    }

    String event(Action action) {
        String own = events.get(action);
        return own != null ? own : StandardActions.EVENTS.getOrDefault(action, "TicketActed");
    }

    String number(long counter) {
        return number(prefix, digits, counter);
    }

    static String number(String prefix, int digits, long counter) {
        String digitsOf = Long.toString(counter);
        return prefix + "0".repeat(Math.max(0, digits - digitsOf.length())) + digitsOf;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Takes a person out of details. */
    @FunctionalInterface
    public interface Erasing<D> {

        /**
         * The details without the person.
         *
         * @param pseudonym what stands where the person's id stood
         */
        D erase(D details, PersonId person, PersonId pseudonym);
    }

    /** Takes a person out of the rows of its own that a practice keeps with a ticket. */
    @FunctionalInterface
    public interface RowErasing {

        /**
         * Replaces the rows that name the person.
         *
         * @param ledger looks up and replaces the rows
         * @param ticket the ticket they belong to
         * @param pseudonym what stands where the person's id stood
         */
        void erase(Ledger ledger, TicketId ticket, PersonId person, PersonId pseudonym);
    }

    /** Collects a declaration. */
    public static final class Builder<D> {

        private final String name;
        private final String prefix;
        private final Class<D> detailsClass;
        private final D blank;
        private int digits = 7;
        private PriorityMatrix matrix = PriorityMatrix.STANDARD;
        private FieldSchema fields = FieldSchema.EMPTY;
        private Set<Role> openedBy = Set.of(Role.REQUESTER, Role.AGENT, Role.IMPORTER);
        private Set<Role> readBy = Set.of(Role.AGENT, Role.AUDITOR);
        private final Map<Action, String> events = new HashMap<>();
        private final Map<String, Consumer<Draft<D>>> effects = new HashMap<>();
        private final Map<Action, BiConsumer<Object, Draft<D>>> passed = new HashMap<>();
        private Predicate<TicketRecord> replies = ticket -> false;
        private Erasing<D> erasing = (details, person, pseudonym) -> details;
        private RowErasing rowErasing = (ledger, ticket, person, pseudonym) -> {};
        private Consumer<Draft<D>> always = draft -> {};
        private final List<DetailField<D>> detailFields = new ArrayList<>();
        private final List<Milestone<D>> milestones = new ArrayList<>();
        private final List<LinkReaction<D>> reactions = new ArrayList<>();
        private final List<Sequel<D>> sequels = new ArrayList<>();
        private final Map<StateCategory, Set<String>> frozen = new EnumMap<>(StateCategory.class);
        private final List<Attribute<TicketRecord, ?>> attributes = new ArrayList<>();

        private Builder(String name, String prefix, Class<D> detailsClass, D blank) {
            if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new IllegalArgumentException("a type is named by 1 to 40 of a-z, 0-9 and -: " + name);
            }
            if (!prefix.matches("[A-Z0-9-]{1,10}")) {
                throw new IllegalArgumentException("a prefix is 1 to 10 of A-Z, 0-9 and -: " + prefix);
            }
            this.name = name;
            this.prefix = prefix;
            this.detailsClass = detailsClass;
            this.blank = blank;
            effects.put(StandardActions.SKIP_TASKS, Draft::skipOpenTasks);
        }

        /** How many digits a number has at least, 1 to 18; it grows when they do not suffice. */
        public Builder<D> digits(int wanted) {
            if (wanted < 1 || wanted > 18) {
                throw new IllegalArgumentException("1 to 18 digits, not " + wanted);
            }
            digits = wanted;
            return this;
        }

        /** How priority follows from impact and urgency. */
        public Builder<D> matrix(PriorityMatrix wanted) {
            matrix = wanted;
            return this;
        }

        /** The custom fields. */
        public Builder<D> fields(FieldSchema schema) {
            fields = schema;
            return this;
        }

        /** Who may open one; by default requesters, agents and importers. */
        public Builder<D> openedBy(Role... roles) {
            openedBy = Set.of(roles);
            return this;
        }

        /** Who may see it whole; by default agents and auditors. */
        public Builder<D> readBy(Role... roles) {
            readBy = Set.of(roles);
            return this;
        }

        /** The event of an action, past tense. */
        public Builder<D> event(Action action, String event) {
            events.put(action, event);
            return this;
        }

        /** What an effect named in the lifecycle does. */
        public Builder<D> effect(String effect, Consumer<Draft<D>> work) {
            effects.put(effect, work);
            return this;
        }

        /** When a requester's answer is the action {@code reply} of the lifecycle and not a mere comment. */
        public Builder<D> repliesWhen(Predicate<TicketRecord> waiting) {
            replies = waiting;
            return this;
        }

        /** How the details lose what they say about a person. */
        public Builder<D> erasing(Erasing<D> rule) {
            erasing = rule;
            return this;
        }

        /** How the rows that are kept with a ticket lose what they say about a person. */
        public Builder<D> erasingRows(RowErasing rule) {
            rowErasing = rule;
            return this;
        }

        /** What an action does to a ticket when its parent passes it on; the input is the parent's. */
        public Builder<D> passedOn(Action action, BiConsumer<Object, Draft<D>> work) {
            passed.put(action, work);
            return this;
        }

        /** What follows from every action, after its own effects and before its guards are asked. */
        public Builder<D> always(Consumer<Draft<D>> rule) {
            always = rule;
            return this;
        }

        /** A component of the details whose changes are journalled. */
        public Builder<D> detail(DetailField<D> field) {
            detailFields.add(field);
            return this;
        }

        /** Something the ticket does by itself in time. */
        public Builder<D> milestone(Milestone<D> milestone) {
            milestones.add(milestone);
            return this;
        }

        /** What the ticket does when one that it is linked to gets somewhere. */
        public Builder<D> onLinked(LinkReaction<D> reaction) {
            reactions.add(reaction);
            return this;
        }

        /** What the ticket does right after an action of its own. */
        public Builder<D> sequel(Sequel<D> sequel) {
            sequels.add(sequel);
            return this;
        }

        /**
         * Fields of {@link UpdateTicket} that cannot be edited in states of a category.
         *
         * @throws IllegalArgumentException when there is no such field
         */
        public Builder<D> frozenIn(StateCategory category, String... fieldNames) {
            Set<String> names = Set.of(fieldNames);
            if (!UpdateTicket.FIELDS.containsAll(names)) {
                throw new IllegalArgumentException(
                        "fields that can be edited are " + UpdateTicket.FIELDS + ": " + names);
            }
            frozen.put(category, names);
            return this;
        }

        /** Attributes of its own that queries over this type may name; stored as columns by built-in types only. */
        public Builder<D> attributes(Collection<Attribute<TicketRecord, ?>> own) {
            attributes.addAll(own);
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @param lifecycle the table it lives by
         * @throws IllegalArgumentException when the table names an effect that was not declared
         */
        public TicketType<D> livingBy(Lifecycle<Step<D>> lifecycle) {
            for (Transition<Step<D>> row : lifecycle.transitions()) {
                for (String effect : row.effects()) {
                    if (!effects.containsKey(effect)) {
                        throw new IllegalArgumentException(String.format(
                                Locale.ROOT, "%s names the effect %s, which %s does not declare", row, effect, name));
                    }
                }
            }
            return new TicketType<>(this, lifecycle);
        }
    }
}
