package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assignment;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What happens to a ticket when levels of its clocks are reached. However many are reached at once, after an outage for
 * example, a ticket is escalated at most once each way, gets its most pressing priority and tells each audience once.
 */
final class Escalation {

    private static final int TITLE = 200;

    private final TicketRecord ticket;
    private final List<Levels.Level> levels;
    private final Function<Levels.Level, Instant> quietUntil;
    private final List<Object> notDone = new ArrayList<>();

    private Escalation(TicketRecord ticket, List<Levels.Level> levels, Function<Levels.Level, Instant> quietUntil) {
        this.ticket = ticket;
        this.levels = levels;
        this.quietUntil = quietUntil;
    }

    /**
     * What levels do together.
     *
     * @param quietUntil until when the agreement of a level gives no further notice
     */
    static Escalation of(TicketRecord ticket, List<Levels.Level> levels, Function<Levels.Level, Instant> quietUntil) {
        return new Escalation(ticket, levels, quietUntil);
    }

    void on(Draft<?> draft) {
        List<Object> reached = new ArrayList<>();
        List<Object> calls = new ArrayList<>();
        Set<String> audience = new TreeSet<>();
        Set<String> notYet = new TreeSet<>();
        Set<ThresholdAction.AddTaskFor> tasks = new LinkedHashSet<>();
        ThresholdAction.EscalateTo functional = null;
        ThresholdAction.EscalateTo hierarchic = null;
        Priority raised = null;
        for (Levels.Level level : levels) {
            reached.add(form(level));
            boolean isQuiet = draft.now().isBefore(quietUntil.apply(level));
            for (ThresholdAction action : level.actions()) {
                if (action instanceof ThresholdAction.Notify tell) {
                    tell.audiences().forEach(one -> (isQuiet ? notYet : audience).add(one.name()));
                } else if (action instanceof ThresholdAction.EscalateTo escalate) {
                    functional = escalate.kind() == Escalate.Kind.FUNCTIONAL ? escalate : functional;
                    hierarchic = escalate.kind() == Escalate.Kind.HIERARCHIC ? escalate : hierarchic;
                } else if (action instanceof ThresholdAction.RaisePriority raise) {
                    raised = raised == null || raise.to().rank() < raised.rank() ? raise.to() : raised;
                } else if (action instanceof ThresholdAction.AddTaskFor task) {
                    tasks.add(task);
                } else if (action instanceof ThresholdAction.Call call) {
                    calls.add(Map.of("handler", call.handler(), "key", ClockKeeper.key(ticket, level)));
                }
            }
        }
        draft.note(Situations.REACHED, reached);
        if (levels.stream().anyMatch(level -> level.level().equals(Target.BREACH))) {
            draft.event("ServiceLevelBreached");
        }
        if (!calls.isEmpty()) {
            draft.note(HandlerSink.CALLS, calls);
        }
        notYet.removeAll(audience);
        note(draft, Situations.AUDIENCE, audience);
        note(draft, "notToldYetAgain", notYet);
        boolean worksOn = isWorkedOn(draft);
        ThresholdAction.EscalateTo knowing = functional;
        if (worksOn && knowing != null) {
            attempt("escalate", () -> escalate(draft, knowing));
        }
        if (worksOn && hierarchic != null) {
            attempt("escalate", () -> draft.escalate(Escalate.hierarchically(reason())));
        }
        if (worksOn
                && raised != null
                && raised.rank() < draft.classification().priority().rank()) {
            draft.overridePriority(raised, reason());
        }
        tasks.forEach(task ->
                attempt("task", () -> draft.task(AddTask.titled(task.title()).forGroup(task.group(), null))));
        if (!notDone.isEmpty()) {
            draft.note("notDone", notDone);
        }
    }

    /** What a rule forbids now it forbids at the next attempt too; the rest must not wait for it. */
    private void attempt(String action, Runnable work) {
        try {
            work.run();
        } catch (InvalidInput | RuleViolated refused) {
            notDone.add(Map.of("action", action, "code", refused.code()));
        }
    }

    private static boolean isWorkedOn(Draft<?> draft) {
        StateCategory category = draft.from().category();
        return !category.isTerminal() && category != StateCategory.RESOLVED;
    }

    private static void note(Draft<?> draft, String what, Set<String> audience) {
        if (!audience.isEmpty()) {
            draft.note(what, List.copyOf(audience));
        }
    }

    private void escalate(Draft<?> draft, ThresholdAction.EscalateTo to) {
        int present = draft.assignment().tier();
        Integer wanted = to.tier();
        int tier = wanted == null ? Math.min(Assignment.TIERS, present + 1) : Math.max(present, wanted);
        String group = to.group();
        boolean changes = tier > present
                || (group != null
                        && (draft.assignment().group() == null
                                || !draft.assignment().group().value().equals(group)));
        if (changes) {
            draft.escalate(new Escalate(Escalate.Kind.FUNCTIONAL, tier, group, reason()));
        }
    }

    private String reason() {
        StringBuilder reason = new StringBuilder();
        for (Levels.Level level : levels) {
            String one = level.clock().key() + " " + level.level();
            if (reason.length() + one.length() + 2 <= TITLE) {
                reason.append(reason.isEmpty() ? "" : ", ").append(one);
            }
        }
        return reason.toString();
    }

    private Map<String, Object> form(Levels.Level level) {
        ClockState clock = level.clock();
        Map<String, Object> form = new TreeMap<>();
        form.put("agreement", clock.key().agreement());
        form.put("metric", clock.key().metric().name());
        form.put("holder", clock.key().holder());
        form.put("cycle", (long) clock.cycle());
        form.put("round", (long) clock.round());
        form.put("level", level.level());
        form.put("at", level.at().toString());
        form.put("key", ClockKeeper.key(ticket, level));
        return form;
    }
}
