package io.itsm4j.sla;

import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import java.util.Map;

/**
 * Whether an agreement can measure tickets about a service, whatever else is said of them. A condition on anything but
 * the service may come true and may not.
 *
 * @param may whether the condition can hold for such a ticket
 * @param mayNot whether it can fail for one
 */
record ServiceScope(boolean may, boolean mayNot) {

    private static final ServiceScope OPEN = new ServiceScope(true, true);

    static boolean covers(Agreement agreement, String service) {
        return (agreement.services().isEmpty() || agreement.services().contains(service))
                && of(agreement.when(), Situation.of(Map.of(Fact.SERVICE.name(), service)))
                        .may();
    }

    private static ServiceScope of(Criterion<Situation> condition, Situation ticket) {
        if (condition instanceof Criterion.And<Situation> and) {
            return new ServiceScope(
                    and.parts().stream().allMatch(part -> of(part, ticket).may()),
                    and.parts().stream().anyMatch(part -> of(part, ticket).mayNot()));
        }
        if (condition instanceof Criterion.Or<Situation> or) {
            return new ServiceScope(
                    or.parts().stream().anyMatch(part -> of(part, ticket).may()),
                    or.parts().stream().allMatch(part -> of(part, ticket).mayNot()));
        }
        if (condition instanceof Criterion.Not<Situation> not) {
            ServiceScope part = of(not.part(), ticket);
            return new ServiceScope(part.mayNot(), part.may());
        }
        boolean settled = condition instanceof Criterion.All<Situation> || asks(condition) == Fact.SERVICE;
        return settled ? new ServiceScope(condition.test(ticket), !condition.test(ticket)) : OPEN;
    }

    private static Attribute<Situation, ?> asks(Criterion<Situation> condition) {
        if (condition instanceof Criterion.Compare<Situation> compare) {
            return compare.attribute();
        }
        if (condition instanceof Criterion.In<Situation> in) {
            return in.attribute();
        }
        if (condition instanceof Criterion.Absent<Situation> absent) {
            return absent.attribute();
        }
        return ((Criterion.Contains<Situation>) condition).attribute();
    }
}
