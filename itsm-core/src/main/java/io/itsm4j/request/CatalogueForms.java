package io.itsm4j.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain forms in which the catalogue is stored. Names in them are never changed. */
final class CatalogueForms {

    private CatalogueForms() {}

    static Map<String, Object> write(ServiceCategory category) {
        return new Body()
                .put("key", category.key())
                .put("parent", category.parent())
                .put("name", category.name())
                .put("position", (long) category.position())
                .values();
    }

    static ServiceCategory category(Map<String, ?> map) {
        Body body = Body.of(map);
        return new ServiceCategory(
                body.text("key"), body.maybe("parent"), body.wording("name"), (int) body.number("position"));
    }

    static Map<String, Object> write(CatalogueService service) {
        return new Body()
                .put("key", service.key())
                .put("category", service.category())
                .put("name", service.name())
                .put("content", service.content())
                .put("mode", service.mode())
                .list("deliverables", service.deliverables(), CatalogueForms::write)
                .put("retired", service.retired())
                .put("position", (long) service.position())
                .values();
    }

    static CatalogueService service(Map<String, ?> map) {
        Body body = Body.of(map);
        return new CatalogueService(
                body.text("key"),
                body.text("category"),
                body.wording("name"),
                body.wording("content"),
                body.wording("mode"),
                body.list("deliverables", CatalogueForms::deliverable),
                body.flag("retired"),
                (int) body.number("position"));
    }

    static Map<String, Object> write(CatalogueItem item) {
        Body body = new Body()
                .put("key", item.key())
                .put("service", item.service())
                .put("name", item.name())
                .put("description", item.description())
                .put("state", item.state())
                .put("groups", item.audience().groups())
                .put("roles", item.audience().roles())
                .list("questions", item.form().questions(), CatalogueForms::write)
                .put("approval", item.approval())
                .list("tasks", item.plan().tasks(), CatalogueForms::write)
                .put("deliverWithin", item.deliverWithin())
                .put("hours", item.hours())
                .list("deliverables", item.deliverables(), CatalogueForms::write);
        Price price = item.price();
        if (price != null) {
            body.put("minor", price.minor()).put("currency", price.currency());
        }
        return body.values();
    }

    static CatalogueItem item(Map<String, ?> map) {
        Body body = Body.of(map);
        String currency = body.maybe("currency");
        return new CatalogueItem(
                body.text("key"),
                body.text("service"),
                body.wording("name"),
                body.wording("description"),
                CatalogueItem.State.valueOf(body.text("state")),
                new Audience(body.texts("groups"), body.texts("roles")),
                new Form(body.list("questions", CatalogueForms::question)),
                currency == null ? null : new Price(body.number("minor"), currency),
                body.maybe("approval"),
                new FulfilmentPlan(body.list("tasks", CatalogueForms::task)),
                body.time("deliverWithin"),
                body.maybe("hours"),
                body.list("deliverables", CatalogueForms::deliverable));
    }

    private static Body write(Deliverable deliverable) {
        return new Body().put("name", deliverable.name()).put("frequency", deliverable.frequency());
    }

    private static Deliverable deliverable(Body body) {
        return new Deliverable(body.wording("name"), Frequency.valueOf(body.text("frequency")));
    }

    private static Body write(Question question) {
        Body body = new Body()
                .put("key", question.key())
                .put("label", question.label())
                .put("kind", question.kind())
                .put("required", question.required())
                .put("min", question.min())
                .put("max", question.max())
                .put("pattern", question.pattern());
        List<Map.Entry<String, Wording>> options =
                new ArrayList<>(question.options().entrySet());
        body.list(
                "options",
                options,
                option -> new Body().put("value", option.getKey()).put("name", option.getValue()));
        Question.ShownWhen when = question.shownWhen();
        return when == null ? body : body.put("after", when.question()).put("answered", when.values());
    }

    private static Question question(Body body) {
        Map<String, Wording> options = new LinkedHashMap<>();
        body.list("options", option -> Map.entry(option.text("value"), option.wording("name")))
                .forEach(option -> options.put(option.getKey(), option.getValue()));
        return new Question(
                body.text("key"),
                body.wording("label"),
                Question.Kind.valueOf(body.text("kind")),
                body.flag("required"),
                options,
                when(body),
                body.maybe("min"),
                body.maybe("max"),
                body.maybe("pattern"));
    }

    private static Question.@Nullable ShownWhen when(Body body) {
        String after = body.maybe("after");
        return after == null ? null : new Question.ShownWhen(after, body.texts("answered"));
    }

    private static Body write(PlannedTask task) {
        return new Body()
                .put("key", task.key())
                .put("title", task.title())
                .put("group", task.group())
                .put("time", task.time())
                .put("after", task.after())
                .put("undo", task.undo());
    }

    private static PlannedTask task(Body body) {
        return new PlannedTask(
                body.text("key"),
                body.text("title"),
                body.maybe("group"),
                body.time("time"),
                body.texts("after"),
                body.maybe("undo"));
    }
}
