package io.itsm4j.docs;

import static java.util.stream.Collectors.joining;

import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.DiagramOptions;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleDiagrams;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.Transition;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.problem.Problems;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.request.RequestPolicy;
import io.itsm4j.request.Requests;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.ItsmMeters;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables and diagrams of the guide, made from the code. */
final class GeneratedParts {

    private static final Lifecycle<Step<Incident>> INCIDENT =
            Incidents.type(IncidentPolicy.STANDARD).lifecycle();

    private GeneratedParts() {}

    /** All parts by name, each ending with a line feed. */
    static Map<String, String> all() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("house", "```mermaid\n" + HousePicture.mermaid() + "```\n");
        parts.put("packages", HousePicture.packages());
        parts.put("incident-diagram", incidentDiagram());
        parts.put("incident-states", incidentStates());
        parts.put("incident-moves", incidentRows(false));
        parts.put("incident-stays", incidentRows(true));
        parts.put("incident-guards", incidentGuards());
        new LifecycleParts<>("change", io.itsm4j.Itsm.inMemory().changeType().lifecycle()).into(parts);
        parts.putAll(PracticeParts.of(
                "problem", Problems.type(ProblemPolicy.STANDARD).lifecycle()));
        parts.putAll(PracticeParts.of(
                "request", Requests.type(RequestPolicy.STANDARD).lifecycle()));
        parts.putAll(PracticeParts.of(
                "release",
                Releases.type(ReleasePolicy.STANDARD, ReleaseConfiguration.none())
                        .lifecycle()));
        parts.putAll(PracticeParts.of("asset", io.itsm4j.asset.AssetLifecycle.lifecycle()));
        parts.putAll(PracticeParts.of(
                "purchase", io.itsm4j.Itsm.inMemory().purchaseType().lifecycle()));
        parts.put("link-types", linkTypes());
        parts.put("foreign-states", ForeignStates.table());
        parts.putAll(CmdbParts.all());
        parts.put("ticket-attributes", ticketAttributes());
        parts.put("meters", meters());
        parts.put("error-codes", errorCodes());
        parts.put("spring-properties", SpringProperties.table());
        parts.put("decisions", decisions());
        parts.put("canonical-form", CanonicalForm.fields());
        parts.put("canonical-example", CanonicalForm.example());
        return parts;
    }

    static String table(List<String> head, Stream<List<String>> rows) {
        return row(head)
                + row(head.stream().map(column -> "---").toList())
                + rows.map(GeneratedParts::row).collect(joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |\n"));
    }

    private static String incidentDiagram() {
        return "```mermaid\n" + LifecycleDiagrams.mermaid(INCIDENT, DiagramOptions.STANDARD.withoutStays()) + "```\n";
    }

    private static String incidentStates() {
        return table(
                List.of("state", "category", "actions that lead out"),
                INCIDENT.states().stream().map(GeneratedParts::state));
    }

    private static List<String> state(State state) {
        String out = INCIDENT.from(state).stream()
                .filter(row -> !row.stays())
                .map(row -> "`" + row.action() + "` → " + row.to().label())
                .collect(joining(", "));
        return List.of(state.label(), state.category().name(), out);
    }

    /** One line for each action with the same target, roles, input and guards, its states put together. */
    private static String incidentRows(boolean stays) {
        Map<List<String>, Set<String>> from = new LinkedHashMap<>();
        for (Transition<Step<Incident>> row : INCIDENT.transitions()) {
            if (row.stays() == stays) {
                from.computeIfAbsent(key(row), first -> new LinkedHashSet<>())
                        .add(row.from().label());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        from.forEach((key, states) -> {
            String in = states.size() == INCIDENT.states().size() ? "every state" : String.join(", ", states);
            List<String> cells = new ArrayList<>(List.of(key.get(0), in));
            if (!stays) {
                cells.add(key.get(1));
            }
            cells.addAll(key.subList(2, key.size()));
            rows.add(cells);
        });
        return stays
                ? table(List.of("action", "in", "who may", "guards"), rows.stream())
                : table(List.of("action", "from", "to", "who may", "guards"), rows.stream());
    }

    private static List<String> key(Transition<Step<Incident>> row) {
        String needs = row.requiredInput().stream()
                .map(field -> "input `" + field + "`")
                .collect(joining(", "));
        String guards =
                row.guards().stream().map(guard -> "`" + guard.name() + "`").collect(joining(", "));
        return List.of(
                "`" + row.action() + "`",
                row.stays() ? "" : row.to().label(),
                row.whoMay().stream().map(role -> role.name()).collect(joining(", ")),
                Stream.of(needs, guards).filter(text -> !text.isEmpty()).collect(joining(", ")));
    }

    private static String incidentGuards() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Transition<Step<Incident>> row : INCIDENT.transitions()) {
            for (Guard<? super Step<Incident>> guard : row.guards()) {
                reasons.computeIfAbsent(guard.name(), name -> IncidentReasons.of(guard));
            }
        }
        return table(
                List.of("guard", "what a refusal says"),
                reasons.entrySet().stream().map(entry -> List.of("`" + entry.getKey() + "`", entry.getValue())));
    }

    private static String linkTypes() {
        return table(
                List.of("type", "reads", "read from the other side", "cycles", "made by"),
                Arrays.stream(LinkType.values())
                        .map(type -> List.of(
                                "`" + type + "`",
                                type.forward(),
                                type.inverse(),
                                type.isAcyclic() ? "refused" : "allowed",
                                type.isEngineOnly() ? "the engine" : "`link`")));
    }

    private static String ticketAttributes() {
        return table(
                List.of("attribute", "kind", "many values", "sortable"),
                TicketAttributes.KIND.attributes().stream().map(GeneratedParts::attribute));
    }

    private static List<String> attribute(Attribute<?, ?> attribute) {
        return List.of(
                "`" + attribute.name() + "`",
                attribute.plain().name().toLowerCase(Locale.ROOT),
                attribute.isMany() ? "yes" : "",
                attribute.isSortable() ? "yes" : "");
    }

    private static String meters() {
        return table(
                List.of("meter", "kind", "unit", "tags"),
                Arrays.stream(ItsmMeters.values())
                        .map(meter -> List.of("`" + meter.meter() + "`", meter.kind(), meter.unit(), meter.tags())));
    }

    private static String errorCodes() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("io.itsm4j.messages", Locale.ROOT, exact);
        ResourceBundle chinese = ResourceBundle.getBundle("io.itsm4j.messages", Locale.SIMPLIFIED_CHINESE, exact);
        return table(
                List.of("code", "English", "简体中文"),
                new TreeSet<>(english.keySet())
                        .stream()
                                .map(code ->
                                        List.of("`" + code + "`", english.getString(code), chinese.getString(code))));
    }

    private static String decisions() {
        return Guide.pages().stream()
                .filter(page -> Guide.shown(page).startsWith("docs/decisions/"))
                .filter(page -> !page.endsWith("README.md"))
                .map(page -> "- ["
                        + Guide.read(page).lines().findFirst().orElseThrow().substring(2) + "](" + page.getFileName()
                        + ")\n")
                .collect(joining());
    }
}
