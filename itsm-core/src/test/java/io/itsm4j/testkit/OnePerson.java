package io.itsm4j.testkit;

import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A directory that knows one agent, by several names. */
final class OnePerson implements Directory {

    private final List<String> names;

    OnePerson(String... names) {
        this.names = List.of(names);
    }

    @Override
    public Optional<Person> person(TenantId tenant, PersonId id) {
        return names.contains(id.value())
                ? Optional.of(
                        new Person(new PersonId(names.get(0)), names.get(0), true, Set.of(Role.AGENT), Set.of(), null))
                : Optional.empty();
    }

    @Override
    public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
        return Optional.empty();
    }
}
