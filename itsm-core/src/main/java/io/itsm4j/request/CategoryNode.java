package io.itsm4j.request;

import java.util.List;

/**
 * A branch of the catalogue with what hangs on it.
 *
 * @param category the category
 * @param children the categories below, in their order
 * @param services the services of the category itself, in their order
 */
public record CategoryNode(ServiceCategory category, List<CategoryNode> children, List<CatalogueService> services) {

    /** Copies the lists. */
    public CategoryNode {
        children = List.copyOf(children);
        services = List.copyOf(services);
    }
}
