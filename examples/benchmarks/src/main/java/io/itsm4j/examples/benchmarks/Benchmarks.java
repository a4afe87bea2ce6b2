package io.itsm4j.examples.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs what is named first; without a name it prints the names. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs a benchmark; see {@code docs/performance.md} for the figures and how to read them. */
    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "" : arguments[0];
        switch (what) {
            case "decision" -> measure(DecisionBenchmark.class);
            case "step" -> measure(StepBenchmark.class);
            case "calendar" -> CalendarFigures.run();
            case "calendar-jmh" -> measure(CalendarBenchmark.class);
            case "import" -> new Imports(number(arguments, 1, 5_000), number(arguments, 2, 5)).run();
            case "impact" -> new ImpactFigures(number(arguments, 1, 1_000_000), number(arguments, 2, 9)).run();
            case "seven-steps" -> new SevenSteps(number(arguments, 1, 1_500), number(arguments, 2, 5), false).run();
            case "seven-steps-timed" ->
                new SevenSteps(number(arguments, 1, 1_500), number(arguments, 2, 5), true).run();
            case "queue" -> new QueuePages(number(arguments, 1, 1_000_000), number(arguments, 2, 5)).run();
            case "conflicts" -> new Conflicts(number(arguments, 1, 1_000), number(arguments, 2, 5)).run();
            case "due" ->
                new DueItems(number(arguments, 1, 20_000), number(arguments, 2, 800), number(arguments, 3, 3)).run();
            case "what-if" -> new WhatIfs(number(arguments, 1, 5_000), number(arguments, 2, 3)).run();
            default ->
                System.out.println(String.join(
                        " | ",
                        "decision",
                        "step",
                        "calendar",
                        "calendar-jmh",
                        "seven-steps [lives rounds]",
                        "seven-steps-timed [lives rounds]",
                        "import [tickets rounds]",
                        "queue [tickets rounds]",
                        "conflicts [checks rounds]",
                        "due [clocks items rounds]",
                        "what-if [tickets rounds]",
                        "impact [items rounds]"));
        }
    }

    private static void measure(Class<?> benchmark) throws RunnerException {
        System.out.println(Machine.description());
        new Runner(new OptionsBuilder()
                        .include(benchmark.getName())
                        .addProfiler("gc")
                        .build())
                .run();
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}
