package io.itsm4j.examples.replay;

import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.ticket.CategoryTree;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.RoutingRule;
import io.itsm4j.ticket.TicketTemplate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The host's people, groups and categories, as far as the log has named them by now. It grows with names, not rows. */
final class Company implements Directory, Definitions {

    static final TenantId TENANT = TenantId.of("replay");

    private static final String DESK = "Service desk";

    private final Map<PersonId, Set<Role>> roles = new HashMap<>();
    private final Map<PersonId, Set<GroupId>> memberships = new HashMap<>();
    private final Set<GroupId> groups = new HashSet<>();
    private final Set<String> paths = new TreeSet<>();
    private CategoryTree categories = CategoryTree.of();

    /** Takes in who and what a row names for the first time. */
    void learn(LogRow row) {
        enrol(row.report().caller(), Role.REQUESTER);
        enrol(row.updatedBy(), Role.AGENT);
        enrol(opener(row), Role.AGENT);
        join(row.assignment());
        String path = row.fields().path();
        if (path != null && paths.add(path)) {
            categories = CategoryTree.of(paths);
        }
    }

    /** Who opened the incident: the recorded opener, or the desk where the log does not know. */
    static String opener(LogRow row) {
        String opener = row.report().openedBy();
        return opener == null ? DESK : opener;
    }

    int people() {
        return roles.size();
    }

    int groups() {
        return groups.size();
    }

    int categories() {
        return paths.size();
    }

    private void enrol(String person, Role role) {
        roles.computeIfAbsent(PersonId.of(person), somebody -> new HashSet<>()).add(role);
    }

    private void join(LogRow.Assigned assigned) {
        String person = assigned.person();
        String group = assigned.group();
        if (person != null) {
            enrol(person, Role.AGENT);
        }
        if (group != null) {
            GroupId joined = new GroupId(group);
            groups.add(joined);
            if (person != null) {
                memberships
                        .computeIfAbsent(PersonId.of(person), somebody -> new HashSet<>())
                        .add(joined);
            }
        }
    }

    @Override
    public Optional<Person> person(TenantId tenant, PersonId id) {
        Set<Role> known = roles.get(id);
        return Optional.ofNullable(known == null ? null : new Person(id, id.value(), true, known, groupsOf(id), null));
    }

    private Set<GroupId> groupsOf(PersonId id) {
        return memberships.getOrDefault(id, Set.of());
    }

    @Override
    public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
        return groups.contains(group) ? Optional.of(groupsOf(person).contains(group)) : Optional.empty();
    }

    @Override
    public CategoryTree categories(TenantId tenant) {
        return categories;
    }

    @Override
    public List<RoutingRule> routing(TenantId tenant) {
        return List.of();
    }

    @Override
    public Optional<TicketTemplate> template(TenantId tenant, String name) {
        return Optional.empty();
    }
}
