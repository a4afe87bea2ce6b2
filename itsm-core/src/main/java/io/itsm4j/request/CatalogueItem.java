package io.itsm4j.request;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What can be ordered. Immutable; each change of it is a revision of its own, and an order keeps to the one it was
 * placed with.
 *
 * @param key what others name it by
 * @param service the key of its service
 * @param name its name
 * @param description what one gets
 * @param state whether it can be ordered
 * @param audience who may order it
 * @param form what somebody answers who orders it
 * @param price what one costs, or null when it is free
 * @param approval the name of the approval policy, or null when no approval is needed
 * @param plan how it is fulfilled
 * @param deliverWithin how long after its order, or its approval, it should be delivered, or null for no promise
 * @param hours the name of the calendar in whose working time the promise and the tasks' times count, or null for the
 *     clock on the wall
 * @param deliverables what is handed over, and how often
 */
public record CatalogueItem(
        String key,
        String service,
        Wording name,
        Wording description,
        State state,
        Audience audience,
        Form form,
        @Nullable Price price,
        @Nullable String approval,
        FulfilmentPlan plan,
        @Nullable Duration deliverWithin,
        @Nullable String hours,
        List<Deliverable> deliverables) {

    /** Whether an item can be ordered. */
    public enum State {
        /** Not yet. */
        DRAFT,
        /** Now. */
        ACTIVE,
        /** No more; what was ordered before goes on. */
        RETIRED
    }

    /** Copies the deliverables. */
    public CatalogueItem {
        deliverables = List.copyOf(deliverables);
    }

    /** A draft with a name and nothing else. */
    public static CatalogueItem draft(String key, String service, Wording name) {
        return new CatalogueItem(
                key,
                service,
                name,
                name,
                State.DRAFT,
                Audience.EVERYBODY,
                Form.EMPTY,
                null,
                null,
                FulfilmentPlan.EMPTY,
                null,
                null,
                List.of());
    }

    /** The same with a description. */
    public CatalogueItem describedAs(Wording text) {
        return with(parts -> parts.description = text);
    }

    /** The same for others. */
    public CatalogueItem forAudience(Audience who) {
        return with(parts -> parts.audience = who);
    }

    /** The same with another form. */
    public CatalogueItem asking(Form questions) {
        return with(parts -> parts.form = questions);
    }

    /** The same at a price; null for free. */
    public CatalogueItem costing(@Nullable Price cost) {
        return with(parts -> parts.price = cost);
    }

    /** The same under an approval policy; null for none. */
    public CatalogueItem approvedBy(@Nullable String policy) {
        return with(parts -> parts.approval = policy);
    }

    /** The same with another plan. */
    public CatalogueItem fulfilledBy(FulfilmentPlan tasks) {
        return with(parts -> parts.plan = tasks);
    }

    /** The same with another promise; null for none. */
    public CatalogueItem deliveredWithin(@Nullable Duration time) {
        return with(parts -> parts.deliverWithin = time);
    }

    /** The same in the working time of a calendar; null for the clock on the wall. */
    public CatalogueItem countedIn(@Nullable String calendar) {
        return with(parts -> parts.hours = calendar);
    }

    /** The same with other deliverables. */
    public CatalogueItem handingOver(List<Deliverable> all) {
        return with(parts -> parts.deliverables = all);
    }

    /** The same in another state. */
    CatalogueItem in(State next) {
        return with(parts -> parts.state = next);
    }

    void check(Faults faults) {
        faults.key("key", key);
        faults.key("service", service);
        faults.wording("name", name, 200);
        faults.wording("description", description, 4_000);
        audience.check(faults.at("audience"));
        form.check(faults.at("form"));
        plan.check(faults.at("plan"));
        if (price != null) {
            price.check(faults.at("price"));
        }
        if (approval != null) {
            faults.key("approval", approval);
        }
        if (hours != null) {
            faults.when(hours.isBlank(), "hours", "REQUIRED", "limit", 100);
            faults.text("hours", hours, 100);
        }
        boolean wrong = deliverWithin != null
                && (deliverWithin.isNegative()
                        || deliverWithin.isZero()
                        || deliverWithin.compareTo(Duration.ofDays(3_650)) > 0);
        faults.when(wrong, "deliverWithin", "OUT_OF_LIMIT", "limit", "0 … 3650 d");
        faults.when(deliverables.size() > 100, "deliverables", "TOO_MANY", "limit", 100);
        for (int i = 0; i < deliverables.size(); i++) {
            faults.at("deliverables", i).wording("name", deliverables.get(i).name(), 500);
        }
    }

    private CatalogueItem with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private String key;
        private String service;
        private Wording name;
        private Wording description;
        private State state;
        private Audience audience;
        private Form form;
        private @Nullable Price price;
        private @Nullable String approval;
        private FulfilmentPlan plan;
        private @Nullable Duration deliverWithin;
        private @Nullable String hours;
        private List<Deliverable> deliverables;

        Parts(CatalogueItem from) {
            key = from.key;
            service = from.service;
            name = from.name;
            description = from.description;
            state = from.state;
            audience = from.audience;
            form = from.form;
            price = from.price;
            approval = from.approval;
            plan = from.plan;
            deliverWithin = from.deliverWithin;
            hours = from.hours;
            deliverables = from.deliverables;
        }

        CatalogueItem whole() {
            return new CatalogueItem(
                    key,
                    service,
                    name,
                    description,
                    state,
                    audience,
                    form,
                    price,
                    approval,
                    plan,
                    deliverWithin,
                    hours,
                    deliverables);
        }
    }
}
