package io.itsm4j.cmdb;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.storage.Criterion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How configuration management is handled.
 *
 * @param restricted classes that only these roles see, beside whoever owns or supports the item; by the exact name of
 *     the class
 * @param precedence which source may overwrite which: the first of the list is trusted most; sources that are not named
 *     come after all that are, {@code manual} before them
 * @param perAttribute the same for single attributes, by key
 * @param seenEvery how long a feed's repeat of what is known is not worth a write
 */
public record CmdbPolicy(
        Map<String, Set<Role>> restricted,
        List<String> precedence,
        Map<String, List<String>> perAttribute,
        Duration seenEvery) {

    /** Manages configuration: classes, imports, audits. */
    public static final Role CONFIGURATION_MANAGER = Role.of("CONFIGURATION_MANAGER");

    /** Nothing is restricted, what people entered is trusted more than any feed. */
    public static final CmdbPolicy STANDARD =
            new CmdbPolicy(Map.of(), List.of(CiValue.MANUAL), Map.of(), Duration.ofDays(1));

    /** Copies the collections. */
    public CmdbPolicy {
        restricted = Map.copyOf(restricted);
        precedence = List.copyOf(precedence);
        perAttribute = Map.copyOf(perAttribute);
    }

    /** The same with a class that only these roles see. */
    public CmdbPolicy restricting(String ciClass, Role... roles) {
        Map<String, Set<Role>> more = new HashMap<>(restricted);
        more.put(ciClass, Set.of(roles));
        return new CmdbPolicy(more, precedence, perAttribute, seenEvery);
    }

    /** The same, trusting the sources in this order. */
    public CmdbPolicy trusting(String... sources) {
        return new CmdbPolicy(restricted, List.of(sources), perAttribute, seenEvery);
    }

    /** The same, trusting the sources in this order for one attribute. */
    public CmdbPolicy trustingFor(String key, String... sources) {
        Map<String, List<String>> more = new HashMap<>(perAttribute);
        more.put(key, List.of(sources));
        return new CmdbPolicy(restricted, precedence, more, seenEvery);
    }

    /** Whether a source may overwrite what another one said. */
    boolean mayOverwrite(String key, String source, String other) {
        return rank(key, source) <= rank(key, other);
    }

    private int rank(String key, String source) {
        List<String> order = perAttribute.getOrDefault(key, precedence);
        int at = order.indexOf(source);
        return at >= 0 ? at : source.equals(CiValue.MANUAL) ? order.size() : order.size() + 1;
    }

    /** Whether an actor sees the items of a class whatever he has to do with them. */
    boolean isOpen(String ciClass, Actor actor) {
        Set<Role> roles = restricted.get(ciClass);
        return roles == null || roles.stream().anyMatch(actor::is);
    }

    /** What an actor may see. */
    Criterion<ConfigurationItem> visible(Actor actor, boolean reader) {
        Criterion<ConfigurationItem> own = CiAttributes.OWNER.is(actor.id());
        if (!actor.groups().isEmpty()) {
            own = own.or(CiAttributes.GROUP.in(actor.groups()));
        }
        if (!reader) {
            return own;
        }
        List<String> hidden = restricted.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(actor::is))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return hidden.isEmpty()
                ? Criterion.all()
                : CiAttributes.CLASS.in(hidden).not().or(own);
    }
}
