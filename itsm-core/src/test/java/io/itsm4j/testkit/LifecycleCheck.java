package io.itsm4j.testkit;

import io.itsm4j.lifecycle.DiagramOptions;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleDiagrams;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A program that checks lifecycles and prints every fault of each; {@code --help} says how. */
public final class LifecycleCheck {

    static final String HELP = """
            Checks lifecycles and prints every fault of each.

              CLASS...     classes to look into: a LifecycleSource, or any class with static fields or static
                           methods without parameters of type Lifecycle, LifecycleBuilder or TicketType,
                           public or not. Without one, every LifecycleSource that is a service on the class path.
              --mermaid    prints each sound lifecycle as a Mermaid diagram as well
              --plantuml   prints each sound lifecycle as a PlantUML diagram as well
              --no-stays   leaves the actions that do not change the state out of the diagrams
              --help       this text

            Exit status: 0 when all are sound, 1 when one has a fault, 2 when there is nothing to check.
            """;

    private LifecycleCheck() {}

    /** Checks and ends with 0 only when every lifecycle is sound. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        boolean mermaid = false;
        boolean plantUml = false;
        DiagramOptions options = DiagramOptions.STANDARD;
        Map<String, Supplier<? extends Lifecycle<?>>> wanted = new LinkedHashMap<>();
        try {
            for (String argument : arguments) {
                switch (argument) {
                    case "--mermaid" -> mermaid = true;
                    case "--plantuml" -> plantUml = true;
                    case "--no-stays" -> options = options.withoutStays();
                    case "--help" -> {
                        out.print(HELP);
                        return 0;
                    }
                    default -> wanted.putAll(LifecycleFinder.in(argument));
                }
            }
            if (wanted.isEmpty()) {
                wanted.putAll(LifecycleFinder.onTheClassPath());
            }
            DiagramOptions drawn = options;
            int faulty = 0;
            for (Map.Entry<String, Supplier<? extends Lifecycle<?>>> one : wanted.entrySet()) {
                LifecycleReport report = LifecycleReport.of(one.getKey(), one.getValue());
                out.println(report);
                faulty += report.isSound() ? 0 : 1;
                draw(out, mermaid, report, lifecycle -> LifecycleDiagrams.mermaid(lifecycle, drawn));
                draw(out, plantUml, report, lifecycle -> LifecycleDiagrams.plantUml(lifecycle, drawn));
            }
            out.println(faulty == 0 ? "all " + wanted.size() + " sound" : faulty + " of " + wanted.size() + " faulty");
            return faulty == 0 ? 0 : 1;
        } catch (LifecycleFinder.NothingFound nothing) {
            err.println(nothing.getMessage());
            return 2;
        }
    }

    private static void draw(
            PrintStream out, boolean asked, LifecycleReport report, Function<Lifecycle<?>, String> drawing) {
        if (asked && report.isSound()) {
            report.lifecycle().map(drawing).ifPresent(out::println);
        }
    }
}
