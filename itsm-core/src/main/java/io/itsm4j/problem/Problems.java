package io.itsm4j.problem;

import io.itsm4j.incident.Incident;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Problem management: find the cause behind incidents, say what helps meanwhile, and end it for good. The verbs of
 * every ticket are at {@link #tickets()}.
 */
public final class Problems {

    /** Since when a problem is a known error; absent when it is none. */
    public static final Attribute<TicketRecord, Instant> KNOWN_ERROR_AT = ProblemType.KNOWN_ERROR_AT;

    /** What made somebody look for a cause. */
    public static final Attribute<TicketRecord, ProblemOrigin> ORIGIN = ProblemType.ORIGIN;

    /** What kind of cause a problem has. */
    public static final Attribute<TicketRecord, String> CAUSE_CATEGORY = ProblemType.CAUSE_CATEGORY;

    /** When a problem's fix was in place. */
    public static final Attribute<TicketRecord, Instant> FIXED_AT = ProblemType.FIXED_AT;

    /** The most incidents and problems that trends are looked for in. */
    public static final int TREND_LIMIT = 10_000;

    /** The most incidents that a proposal links. */
    private static final int LINKED = 500;

    private final Tickets<Problem> tickets;
    private final Tickets<Incident> incidents;

    /** The verbs on top of the ticket engine. */
    public Problems(Tickets<Problem> tickets, Tickets<Incident> incidents) {
        this.tickets = tickets;
        this.incidents = incidents;
    }

    /** The declaration of problems under a policy. */
    public static TicketType<Problem> type(ProblemPolicy policy) {
        return ProblemType.under(policy);
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Problems with(CommandOptions options) {
        return new Problems(tickets.with(options), incidents);
    }

    /** What problems share with every other ticket: tasks, links, work logs, attachments, tags, queries. */
    public Tickets<Problem> tickets() {
        return tickets;
    }

    /** Opens a problem. */
    public Ticket<Problem> open(OpenProblem input) {
        tickets.check(input);
        return tickets.open(Objects.requireNonNull(input.ticket()), input.details());
    }

    /**
     * Opens a problem behind an incident, which is linked as caused by it. What the input leaves open is copied: title,
     * description, category, service, items, impact, urgency and restriction.
     *
     * @throws io.itsm4j.NotFound when there is no such incident that the actor may see
     */
    public Ticket<Problem> openBehind(TicketId incident, OpenProblem input) {
        Tickets<Problem> keyed = tickets.keyedBy(StandardActions.OPEN, incident, input);
        return keyed.earlier().orElseGet(() -> openBehind(keyed, incident, input));
    }

    private Ticket<Problem> openBehind(Tickets<Problem> keyed, TicketId incident, OpenProblem input) {
        OpenTicket given = Objects.requireNonNullElseGet(input.ticket(), () -> OpenTicket.titled(null));
        Ticket<Incident> seen = incidents.get(incident);
        OpenTicket ticket = given.title() == null ? given.retitled(seen.title()) : given;
        OpenProblem whole = new OpenProblem(ticket, input.origin(), input.symptoms(), input.recurrenceDays());
        tickets.check(whole);
        return keyed.raise(incident, LinkType.CAUSED_BY, ticket, draft -> draft.details(whole.details()));
    }

    /**
     * Opens a problem within another command, caused by a ticket that the command is about.
     *
     * @param ledger of the command
     * @param type problems, as configured
     * @param cause the ticket that caused it
     */
    public static Ticket<Problem> openAfter(
            Ledger ledger, TicketType<Problem> type, TicketId cause, OpenProblem input) {
        ledger.check(input);
        return ledger.open(
                type,
                Objects.requireNonNull(input.ticket()),
                draft -> draft.details(input.details()).link(LinkType.CAUSED_BY, cause));
    }

    /**
     * Links an incident as caused by the problem. When the problem has a workaround, it reaches the incident with the
     * next publication.
     */
    public Ticket<Problem> addIncident(TicketId id, TicketId incident) {
        Tickets<Problem> keyed = tickets.keyedBy(StandardActions.LINK, id, "incident", incident);
        return keyed.earlier().orElseGet(() -> {
            incidents.get(incident);
            return keyed.linkFrom(id, LinkType.CAUSED_BY, incident);
        });
    }

    /** Links a change, or a release, that fixes the problem; it is told when all of them have ended. */
    public Ticket<Problem> addFix(TicketId id, TicketId change) {
        return tickets.link(id, LinkType.FIXED_BY, change);
    }

    /** Gives it to a group or a person. */
    public Ticket<Problem> assign(TicketId id, Assign input) {
        return tickets.assign(id, input);
    }

    /** Says that it is a problem worth a look. */
    public Ticket<Problem> assess(TicketId id) {
        return act(id, ProblemVerbs.assess());
    }

    /** Looks for the cause, also when a fix showed that it was another one. */
    public Ticket<Problem> analyse(TicketId id) {
        return act(id, ProblemVerbs.analyse());
    }

    /** Notes what the analysis found. */
    public Ticket<Problem> recordCause(TicketId id, RecordCause input) {
        return act(id, ProblemVerbs.recordCause(input));
    }

    /**
     * Says what helps meanwhile. Within the same command it reaches every incident that is linked as caused or resolved
     * by the problem and is being worked on: as a public comment and as its workaround.
     */
    public Ticket<Problem> publishWorkaround(TicketId id, @Nullable String text) {
        return act(id, ProblemVerbs.publishWorkaround(text, incidents.type()));
    }

    /**
     * Says that it is a known error.
     *
     * @throws io.itsm4j.TransitionRefused with {@code KNOWN_ERROR_NEEDS_CAUSE_OR_WORKAROUND} when neither is known
     */
    public Ticket<Problem> declareKnownError(TicketId id) {
        return act(id, ProblemVerbs.declareKnownError());
    }

    /** Says that it is no known error after all. */
    public Ticket<Problem> withdrawKnownError(TicketId id, @Nullable String reason) {
        return act(id, ProblemVerbs.withdrawKnownError(reason));
    }

    /** Begins to fix it; the cause must be known. */
    public Ticket<Problem> beginFix(TicketId id) {
        return act(id, ProblemVerbs.beginFix());
    }

    /** Says what fixed it; the recurrence window begins. */
    public Ticket<Problem> completeFix(TicketId id, @Nullable String text) {
        return act(id, ProblemVerbs.completeFix(text));
    }

    /**
     * Resolves it. Incidents that wait for it go on.
     *
     * @throws io.itsm4j.TransitionRefused with {@code FIX_DONE_OR_RISK_ACCEPTED} when neither is
     */
    public Ticket<Problem> resolve(TicketId id) {
        return act(id, ProblemVerbs.resolve());
    }

    /** Decides to live with it until a time; then it comes back as assessed, to be looked at again. */
    public Ticket<Problem> acceptRisk(TicketId id, AcceptRisk input) {
        return act(id, ProblemVerbs.acceptRisk(input));
    }

    /** Takes it up again from Resolved or Closed; a duplicate is none any more, but its links stay with the other. */
    public Ticket<Problem> reanalyse(TicketId id, @Nullable String reason) {
        return act(id, ProblemVerbs.reanalyse(reason));
    }

    /**
     * Ends it because another problem is the same. Its links move there: incidents that wait for it wait for the other.
     *
     * @throws io.itsm4j.RuleViolated with {@code LINK_SELF} or {@code LINK_CYCLE}
     * @throws io.itsm4j.TransitionRefused when either has ended, or this one has open tasks or children
     */
    public Ticket<Problem> markDuplicate(TicketId id, TicketId original) {
        return tickets.act(id, Set.of(original), ProblemVerbs.markDuplicate(original));
    }

    /** Ends it. */
    public Ticket<Problem> close(TicketId id) {
        return act(id, ProblemVerbs.close());
    }

    /** Ends it without a solution. Incidents that wait for it go on. */
    public Ticket<Problem> cancel(TicketId id, @Nullable String reason) {
        return act(id, ProblemVerbs.cancel(reason));
    }

    /** Carries out a verb. */
    public Ticket<Problem> act(TicketId id, Verb<Problem> verb) {
        return tickets.act(id, verb);
    }

    /** The problem, when there is one that the actor may see. */
    public Optional<Ticket<Problem>> find(TicketId id) {
        return tickets.find(id);
    }

    /**
     * The problem.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Ticket<Problem> get(TicketId id) {
        return tickets.get(id);
    }

    /** A page of problems. */
    public Page<Ticket<Problem>> page(PageRequest<TicketRecord> request) {
        return tickets.page(request);
    }

    /** How many problems satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        return tickets.count(criterion);
    }

    /** A page of known errors: what is known to be wrong, with what helps. */
    public Page<Ticket<Problem>> knownErrors(PageRequest<TicketRecord> request) {
        Criterion<TicketRecord> known = KNOWN_ERROR_AT.isAbsent().not();
        return tickets.page(
                new PageRequest<>(request.criterion().and(known), request.sort(), request.size(), request.cursor()));
    }

    // --- trends ---------------------------------------------------------------------------------------------

    /**
     * Looks for incidents that have something in common: reported within the rule's window, and not linked to a problem
     * that is open. Opens nothing.
     *
     * @param rule when incidents look like a problem
     * @param now the end of the window, usually the present
     * @return problems that seem to be back first, then the trends with the most incidents; among the newest
     *     {@value #TREND_LIMIT} incidents
     */
    public List<Trend> trends(TrendRule rule, Instant now) {
        List<Ticket<Problem>> fixed = all(
                tickets,
                FIXED_AT.atLeast(now.minus(Duration.ofDays(3_650)))
                        .and(TicketAttributes.STATE.in(
                                Set.of(ProblemLifecycle.RESOLVED.name(), ProblemLifecycle.CLOSED.name()))));
        List<Trends.Fixed> repeatable = fixed.stream()
                .map(Trends.Fixed::of)
                .filter(Objects::nonNull)
                .filter(problem -> !problem.until().isBefore(now.minus(rule.window())))
                .toList();
        Instant since = repeatable.stream()
                .map(Trends.Fixed::fixedAt)
                .reduce(now.minus(rule.window()), (a, b) -> a.isBefore(b) ? a : b);
        Set<TicketId> covered = tickets.linkedToOpen(LinkType.CAUSED_BY);
        List<Trends.Occurrence> occurrences = all(
                        incidents,
                        TicketAttributes.OPENED_AT.atLeast(since).and(TicketAttributes.OPENED_AT.atMost(now)))
                .stream()
                .filter(incident -> !covered.contains(incident.id()))
                .map(Trends.Occurrence::of)
                .toList();
        return Trends.of(occurrences, repeatable, rule, now);
    }

    private static <D> List<Ticket<D>> all(Tickets<D> from, Criterion<TicketRecord> criterion) {
        List<Ticket<D>> all = new ArrayList<>();
        PageRequest<TicketRecord> request = PageRequest.of(criterion).ofSize(PageRequest.CAP);
        String cursor = null;
        do {
            Page<Ticket<D>> page = from.page(request.at(cursor));
            all.addAll(page.items());
            cursor = page.next().orElse(null);
        } while (cursor != null && all.size() < TREND_LIMIT);
        return all;
    }

    /**
     * Opens the problem that a trend proposes and links its incidents as caused by it, all in one command.
     *
     * @param trend what {@link #trends} found; a repeated problem is linked as followed up
     * @param title the problem's title
     */
    public Ticket<Problem> propose(Trend trend, @Nullable String title) {
        Tickets<Problem> keyed = tickets.keyedBy(StandardActions.OPEN, trend, title);
        return keyed.earlier().orElseGet(() -> propose(keyed, trend, title));
    }

    private Ticket<Problem> propose(Tickets<Problem> keyed, Trend trend, @Nullable String title) {
        Set<String> ids = new TreeSet<>();
        trend.incidents().stream().limit(LINKED).forEach(id -> ids.add(id.value()));
        List<Ticket<Incident>> seen =
                ids.stream().map(TicketId::of).map(incidents::get).toList();
        OpenProblem input =
                OpenProblem.titled(title).from(ProblemOrigin.TREND_ANALYSIS).showing(trend.value());
        OpenTicket ticket = Objects.requireNonNull(input.ticket());
        OpenTicket about = switch (trend.by()) {
            case CI -> ticket.touching(trend.value());
            case CATEGORY -> ticket.inCategory(trend.value());
            case SYMPTOM -> ticket;
        };
        tickets.check(input);
        return keyed.open(about, draft -> {
            draft.details(input.details()).note("trend", trend.by().name());
            if (trend.repeats() != null) {
                draft.link(LinkType.FOLLOW_UP_OF, trend.repeats());
            }
            for (Ticket<Incident> incident : seen) {
                draft.ledger()
                        .act(
                                incidents.type(),
                                incident.id(),
                                StandardActions.LINK,
                                Reason.NONE,
                                other -> other.link(LinkType.CAUSED_BY, draft.id()));
            }
        });
    }
}
