package io.itsm4j.approval;

import io.itsm4j.HostFault;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the host's directory says of the people of one tenant; where it fails, that is the host's fault. */
final class Colleagues {

    private final Directory directory;
    private final TenantId tenant;

    Colleagues(Directory directory, TenantId tenant) {
        this.directory = directory;
        this.tenant = tenant;
    }

    /** The person under the id that the directory knows them by, so that an alias is not somebody else. */
    PersonId canonical(PersonId id) {
        return person(id).map(Person::id).orElse(id);
    }

    Set<PersonId> canonical(Collection<PersonId> ids) {
        return ids.stream().map(this::canonical).collect(Collectors.toSet());
    }

    /** Whether the person can act; somebody whom the directory does not know can. */
    boolean isActive(PersonId id) {
        return person(id).map(Person::active).orElse(true);
    }

    Optional<Set<PersonId>> members(GroupId group) {
        return asked(() -> directory.members(tenant, group));
    }

    Optional<Set<PersonId>> holders(Role role) {
        return asked(() -> directory.holders(tenant, role));
    }

    private Optional<Person> person(PersonId id) {
        return asked(() -> directory.person(tenant, id));
    }

    private static <T> Optional<T> asked(Supplier<Optional<T>> question) {
        Optional<T> answer;
        try {
            answer = question.get();
        } catch (ItsmException ours) {
            throw ours;
        } catch (RuntimeException hosts) {
            throw new HostFault("HOST_DIRECTORY", Map.of("cause", hosts.toString()), hosts);
        }
        if (answer == null) {
            throw new HostFault("HOST_DIRECTORY", Map.of("cause", "null"));
        }
        return answer;
    }
}
