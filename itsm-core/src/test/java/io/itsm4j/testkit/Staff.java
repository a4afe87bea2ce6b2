package io.itsm4j.testkit;

import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory whose people come and go while a test runs. */
public final class Staff implements Directory {

    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
    private final Map<String, PersonId> aliases = new ConcurrentHashMap<>();

    /** Somebody with roles and groups; replaces who had the id before. */
    public Staff person(String id, Set<Role> roles, String... groups) {
        Set<GroupId> all = Stream.of(groups).map(GroupId::of).collect(Collectors.toSet());
        people.put(PersonId.of(id), new Person(PersonId.of(id), id, true, roles, all, null));
        return this;
    }

    /** Somebody is in these groups from now on. */
    public void moves(String id, String... groups) {
        person(id, people.get(PersonId.of(id)).roles(), groups);
    }

    /** Somebody reports to another one from now on. */
    public Staff reporting(String id, String manager) {
        Person was = people.get(PersonId.of(id));
        people.put(
                was.id(),
                new Person(was.id(), was.name(), was.active(), was.roles(), was.groups(), PersonId.of(manager)));
        return this;
    }

    /** Somebody has left. */
    public void leaves(String id) {
        Person was = people.get(PersonId.of(id));
        people.put(was.id(), new Person(was.id(), was.name(), false, was.roles(), was.groups(), null));
    }

    /** Another id of somebody. */
    public void alias(String other, String id) {
        aliases.put(other, PersonId.of(id));
    }

    @Override
    public Optional<Person> person(TenantId tenant, PersonId id) {
        return Optional.ofNullable(people.get(aliases.getOrDefault(id.value(), id)));
    }

    @Override
    public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
        return person(tenant, person).map(found -> found.groups().contains(group));
    }

    @Override
    public Optional<Set<PersonId>> members(TenantId tenant, GroupId group) {
        return Optional.of(of(person -> person.groups().contains(group)));
    }

    @Override
    public Optional<Set<PersonId>> holders(TenantId tenant, Role role) {
        return Optional.of(of(person -> person.roles().contains(role)));
    }

    private Set<PersonId> of(java.util.function.Predicate<Person> wanted) {
        Set<PersonId> found = new HashSet<>();
        people.values().stream().filter(wanted).forEach(person -> found.add(person.id()));
        return found;
    }
}
