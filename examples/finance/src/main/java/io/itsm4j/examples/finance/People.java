package io.itsm4j.examples.finance;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.cmdb.CmdbPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works at the office, and the directory that says so. */
final class People implements Directory {

    static final String TENANT = "finance";

    /** Works at a counter and notices when nothing can be paid. */
    static final Actor NING = Actor.of(TENANT, "ning", Role.REQUESTER);

    /** Runs the servers. */
    static final Actor WEI = Actor.of(TENANT, "wei", Role.AGENT);

    /** Keeps the configuration. */
    static final Actor LIN = Actor.of(TENANT, "lin", Role.AGENT, CmdbPolicy.CONFIGURATION_MANAGER);

    /** Manages changes. */
    static final Actor MEI = Actor.of(TENANT, "mei", Role.AGENT, Role.CHANGE_MANAGER);

    /** Answers for the services. */
    static final Actor FANG = Actor.of(TENANT, "fang", Role.AGENT, Role.MANAGER);

    /** Answers for the treasury; sits on the board. */
    static final Actor OU = Actor.of(TENANT, "ou", Role.REQUESTER);

    private static final Map<PersonId, Person> ALL = Set.of(NING, WEI, LIN, MEI, FANG, OU).stream()
            .collect(Collectors.toUnmodifiableMap(Actor::id, People::person));

    private static Person person(Actor actor) {
        return new Person(actor.id(), actor.id().value(), true, actor.roles(), actor.groups(), null);
    }

    @Override
    public Optional<Person> person(TenantId tenant, PersonId id) {
        return Optional.ofNullable(ALL.get(id));
    }

    @Override
    public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
        return Optional.empty();
    }

    @Override
    public Optional<Set<PersonId>> holders(TenantId tenant, Role role) {
        return Optional.of(ALL.values().stream()
                .filter(person -> person.roles().contains(role))
                .map(Person::id)
                .collect(Collectors.toSet()));
    }
}
