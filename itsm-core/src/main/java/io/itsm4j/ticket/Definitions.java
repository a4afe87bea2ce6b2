package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The data by which tickets are dispatched, per tenant. A host that lets administrators change it implements this on
 * its own tables; {@link #fixed} serves the rest.
 */
public interface Definitions {

    /** Where tickets may be put. */
    CategoryTree categories(TenantId tenant);

    /** Where new tickets go, in order. */
    List<RoutingRule> routing(TenantId tenant);

    /** A template by its name. */
    Optional<TicketTemplate> template(TenantId tenant, String name);

    /** The same data for every tenant. */
    static Definitions fixed(CategoryTree categories, List<RoutingRule> routing, List<TicketTemplate> templates) {
        List<RoutingRule> rules = List.copyOf(routing);
        List<TicketTemplate> known = List.copyOf(templates);
        return new Definitions() {
            @Override
            public CategoryTree categories(TenantId tenant) {
                return categories;
            }

            @Override
            public List<RoutingRule> routing(TenantId tenant) {
                return rules;
            }

            @Override
            public Optional<TicketTemplate> template(TenantId tenant, String name) {
                return known.stream()
                        .filter(template -> template.name().equals(name))
                        .findFirst();
            }
        };
    }

    /** Any category, no routing, no templates. */
    static Definitions none() {
        return fixed(CategoryTree.OPEN, List.of(), List.of());
    }
}
