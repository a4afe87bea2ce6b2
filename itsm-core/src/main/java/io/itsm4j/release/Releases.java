package io.itsm4j.release;

import io.itsm4j.InvalidInput;
import io.itsm4j.approval.Approvable;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Release management: plan what goes out together, take it through environments and gates, and take it back when it
 * must be. The verbs of every ticket are at {@link #tickets()}.
 */
public final class Releases {

    /** What a release releases. */
    public static final Attribute<TicketRecord, String> VERSION = ReleaseType.VERSION;

    /** When a release's deployment is planned to begin. */
    public static final Attribute<TicketRecord, Instant> FROM = ReleaseType.FROM;

    private final Tickets<Release> tickets;
    private final ReleasePolicy policy;

    /** The verbs on top of the ticket engine. */
    public Releases(Tickets<Release> tickets, ReleasePolicy policy) {
        this.tickets = tickets;
        this.policy = policy;
    }

    /** The declaration of releases under a policy, writing their configuration through a port. */
    public static TicketType<Release> type(ReleasePolicy policy, ReleaseConfiguration configuration) {
        return ReleaseType.under(policy, configuration);
    }

    /** How gates of releases are approved. */
    public static Approvable<?> approvable(TicketType<Release> type) {
        return ReleaseApproval.of(type);
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Releases with(CommandOptions options) {
        return new Releases(tickets.with(options), policy);
    }

    /** What releases share with every other ticket: tasks, links, work logs, attachments, tags, queries. */
    public Tickets<Release> tickets() {
        return tickets;
    }

    /** Opens a release. */
    public Ticket<Release> open(OpenTicket input) {
        return tickets.open(input);
    }

    /**
     * Opens a release for a change, or a problem, which is linked as delivered by it. What the input leaves open is
     * copied.
     */
    public Ticket<Release> openFor(TicketId change, OpenTicket input) {
        return tickets.raise(change, LinkType.DELIVERED_BY, input, draft -> {});
    }

    /** Adds a change, or a problem that it fixes, to the scope. */
    public Ticket<Release> add(TicketId id, TicketId change) {
        return tickets.linkFrom(id, LinkType.DELIVERED_BY, change);
    }

    /** What it delivers: changes and problems. */
    public List<LinkedTicket> scope(TicketId id) {
        return tickets.linkedTo(id, LinkType.DELIVERED_BY);
    }

    /**
     * Plans it anew: what, where to, in which order, past which gates.
     *
     * @throws InvalidInput naming an environment, or a gate before one, that is there twice, or a window that ends
     *     before it begins
     * @throws io.itsm4j.RuleViolated with {@code APPROVAL_POLICY} when a gate is to be approved by a policy that there
     *     is not
     */
    public Ticket<Release> plan(TicketId id, PlanRelease input) {
        return tickets.act(id, ReleaseLifecycle.PLAN, input, draft -> plan(draft, input));
    }

    private void plan(Draft<Release> draft, PlanRelease input) {
        Set<String> names = new HashSet<>();
        for (TargetEnvironment environment : input.environments()) {
            if (!names.add(environment.name())) {
                throw new InvalidInput("environments", "TWICE", Map.of("value", environment.name()));
            }
            Set<String> gates = new HashSet<>();
            for (String gate : environment.gateNames()) {
                if (!gates.add(gate)) {
                    throw new InvalidInput("environments", "TWICE", Map.of("value", gate));
                }
            }
            environment.approvals().forEach(gate -> ReleaseApproval.policy(draft.ledger(), gate, policy));
        }
        Instant from = input.from() == null ? null : Draft.storable("from", input.from());
        Instant to = input.to() == null ? null : Draft.storable("to", input.to());
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInput("to", "RANGE_REVERSED", Map.of("first", from, "last", to));
        }
        draft.details(draft.details().planned(input, from, to));
    }

    /** Gives it to a group or a person. */
    public Ticket<Release> assign(TicketId id, Assign input) {
        return tickets.assign(id, input);
    }

    /** Begins to build it; it is planned and carries something. */
    public Ticket<Release> beginBuild(TicketId id) {
        return act(id, ReleaseLifecycle.BEGIN_BUILD);
    }

    /** Begins to test it. */
    public Ticket<Release> beginTest(TicketId id) {
        return act(id, ReleaseLifecycle.BEGIN_TEST);
    }

    /** Builds it anew: it is in no test environment any more, and every gate is closed again. */
    public Ticket<Release> rework(TicketId id, @Nullable String reason) {
        return tickets.act(id, ReleaseLifecycle.REWORK, reason);
    }

    /** Says what came of a gate; the last word counts. */
    public Ticket<Release> judge(TicketId id, JudgeGate input) {
        return tickets.act(id, ReleaseLifecycle.JUDGE_GATE, input, draft -> {
            GateResult result = new GateResult(
                    Objects.requireNonNull(input.environment()),
                    Objects.requireNonNull(input.gate()),
                    input.passed(),
                    draft.actor().id(),
                    draft.now(),
                    input.note());
            draft.details(draft.details().judged(result));
            draft.note("environment", result.environment())
                    .note("gate", result.gate())
                    .note("passed", result.passed());
        });
    }

    /**
     * Asks for the approvals that the gates before an environment wait for; the votes are given through the session's
     * approvals. Each approval is about the release as it is planned and what it delivers: when that changes, votes are
     * void, and a gate that was approved is closed and is asked for anew.
     */
    public Ticket<Release> requestApproval(TicketId id, @Nullable String environment) {
        RequestGateApproval input = new RequestGateApproval(environment);
        return tickets.act(
                id,
                ReleaseLifecycle.REQUEST_APPROVAL,
                input,
                draft -> draft.details()
                        .environment(environment)
                        .ifPresent(where -> ReleaseApproval.request(draft, where, policy)));
    }

    /** Says that it is ready for production: it is in every test environment, and can be taken back. */
    public Ticket<Release> declareReady(TicketId id) {
        return act(id, ReleaseLifecycle.DECLARE_READY);
    }

    /** Begins to deploy it to production; a change that it delivers is approved. */
    public Ticket<Release> beginDeploying(TicketId id) {
        return act(id, ReleaseLifecycle.BEGIN_DEPLOYING);
    }

    /**
     * Starts a deployment. Environments come in order, gates are passed first, and production is touched under an
     * approved change only; before that the first time, a baseline of the configuration is taken.
     */
    public Ticket<Release> startDeployment(TicketId id, @Nullable String environment) {
        StartDeployment input = new StartDeployment(environment);
        return tickets.act(id, ReleaseLifecycle.START_DEPLOYMENT, input, draft -> start(draft, input, null));
    }

    /** Starts to take it back from an environment. */
    public Ticket<Release> startRollback(TicketId id, @Nullable String environment) {
        StartDeployment input = new StartDeployment(environment);
        return tickets.act(
                id,
                ReleaseLifecycle.START_ROLLBACK,
                input,
                draft -> start(draft, input, lastIn(draft, environment).orElse(null)));
    }

    private void start(Draft<Release> draft, StartDeployment input, @Nullable DeploymentRun takenBack) {
        TargetEnvironment environment =
                draft.details().environment(input.environment()).orElse(null);
        if (environment == null) {
            return;
        }
        TicketId change = environment.production() && takenBack == null
                ? ReleaseRules.approvedChange(draft, policy)
                        .map(LinkedTicket::id)
                        .orElse(null)
                : null;
        DeploymentRun run = new DeploymentRun(
                draft.ledger().newId(),
                draft.tenant(),
                draft.id(),
                environment.name(),
                environment.production(),
                draft.actor().id(),
                draft.now(),
                null,
                DeploymentRun.Outcome.RUNNING,
                takenBack == null ? null : takenBack.id(),
                change);
        draft.ledger().insert(DeploymentRun.KIND, run);
        draft.details(draft.details().running(run.id()));
        draft.note("run", run.id()).note("environment", environment.name());
    }

    /** The run that brought it into an environment. */
    private static Optional<DeploymentRun> lastIn(Draft<Release> draft, @Nullable String environment) {
        return draft
                .ledger()
                .list(Query.of(
                                DeploymentRun.KIND,
                                draft.tenant(),
                                DeploymentRun.RELEASE
                                        .is(draft.id())
                                        .and(DeploymentRun.ENVIRONMENT.is(String.valueOf(environment)))
                                        .and(DeploymentRun.OUTCOME.is(DeploymentRun.Outcome.SUCCESSFUL)))
                        .sortedBy(Sort.descending(DeploymentRun.STARTED_AT)))
                .stream()
                .filter(run -> !run.isRollback())
                .findFirst();
    }

    /**
     * Ends the deployment that is running. When it worked and the release is in all of production, the configuration is
     * written and a second baseline is taken.
     */
    public Ticket<Release> endDeployment(TicketId id, EndDeployment input) {
        return tickets.act(id, ReleaseLifecycle.END_DEPLOYMENT, input, draft -> end(draft, input, false));
    }

    /** Ends the taking back that is running; when it worked, the release is out of that environment. */
    public Ticket<Release> endRollback(TicketId id, EndDeployment input) {
        return tickets.act(id, ReleaseLifecycle.END_ROLLBACK, input, draft -> end(draft, input, true));
    }

    private void end(Draft<Release> draft, EndDeployment input, boolean rollback) {
        DeploymentRun run =
                running(draft).filter(found -> found.isRollback() == rollback).orElse(null);
        if (run == null) {
            return;
        }
        DeploymentRun.Outcome outcome =
                input.successful() ? DeploymentRun.Outcome.SUCCESSFUL : DeploymentRun.Outcome.FAILED;
        draft.ledger().replace(DeploymentRun.KIND, run, run.ended(outcome, draft.now()));
        draft.note("run", run.id()).note("environment", run.environment()).note("outcome", outcome.name());
        draft.notePersonal("notes", input.notes());
        Release ended = draft.details().running(null);
        Set<String> where = new HashSet<>(ended.deployed());
        if (input.successful() && rollback) {
            where.remove(run.environment());
            takeBack(draft, run);
        } else if (input.successful()) {
            where.add(run.environment());
        }
        draft.details(ended.in(where));
    }

    private static void takeBack(Draft<Release> draft, DeploymentRun rollback) {
        lastIn(draft, rollback.environment())
                .filter(run -> run.id().equals(rollback.rollbackOf()))
                .ifPresent(run -> draft.ledger()
                        .replace(
                                DeploymentRun.KIND,
                                run,
                                run.ended(DeploymentRun.Outcome.ROLLED_BACK, Objects.requireNonNull(run.endedAt()))));
    }

    private static Optional<DeploymentRun> running(Draft<Release> draft) {
        String running = draft.details().running();
        return running == null
                ? Optional.empty()
                : draft
                        .ledger()
                        .list(Query.of(DeploymentRun.KIND, draft.tenant(), DeploymentRun.ID.is(running)))
                        .stream()
                        .findFirst();
    }

    /** Looks at what came of it; it is in every production environment. */
    public Ticket<Release> beginReview(TicketId id) {
        return act(id, ReleaseLifecycle.REVIEW_RELEASE);
    }

    /** Ends it as taken back; it is in no production environment any more. */
    public Ticket<Release> rollBack(TicketId id, @Nullable String reason) {
        return tickets.act(id, ReleaseLifecycle.ROLL_BACK, Reason.of(reason), draft -> {
            draft.details(draft.details().reviewed(reason));
            draft.notePersonal("reason", reason);
        });
    }

    /** Ends it with its review. */
    public Ticket<Release> close(TicketId id, @Nullable String review) {
        CloseRelease input = new CloseRelease(review);
        return tickets.act(
                id,
                ReleaseLifecycle.CLOSE,
                input,
                draft -> draft.details(draft.details().reviewed(input.review())));
    }

    /** Gives it up before deploying began. What it was to deliver stays open and is free for another release. */
    public Ticket<Release> cancel(TicketId id, @Nullable String reason) {
        return tickets.act(id, ReleaseLifecycle.CANCEL, reason);
    }

    private Ticket<Release> act(TicketId id, Action action) {
        return tickets.act(id, action, Reason.NONE, draft -> {});
    }

    // --- queries --------------------------------------------------------------------------------------------

    /** The release, when there is one that the actor may see. */
    public Optional<Ticket<Release>> find(TicketId id) {
        return tickets.find(id);
    }

    /**
     * The release.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Ticket<Release> get(TicketId id) {
        return tickets.get(id);
    }

    /** A page of releases. */
    public Page<Ticket<Release>> page(PageRequest<TicketRecord> request) {
        return tickets.page(request);
    }

    /** The deployments of a release and their rolling back, oldest first. */
    public Page<DeploymentRun> deployments(TicketId id, PageRequest<DeploymentRun> request) {
        tickets.get(id);
        PageRequest<DeploymentRun> own = new PageRequest<>(
                request.criterion().and(DeploymentRun.RELEASE.is(id)),
                request.sort(),
                request.size(),
                request.cursor());
        return tickets.read(ledger -> ledger.page(
                DeploymentRun.KIND, DeploymentRun.ID, own, List.of(Sort.ascending(DeploymentRun.STARTED_AT))));
    }

    /**
     * How often production deployments worked that ended in a time; whether or not the actor may see each release.
     *
     * @param from the first instant
     * @param to the first instant after it
     */
    public SuccessRate successRate(Instant from, Instant to) {
        Criterion<DeploymentRun> ended = DeploymentRun.PRODUCTION
                .is(true)
                .and(DeploymentRun.ENDED_AT.atLeast(from))
                .and(DeploymentRun.ENDED_AT.before(to))
                .and(DeploymentRun.ROLLBACK_OF.isAbsent());
        return tickets.read(ledger -> new SuccessRate(
                ledger.count(DeploymentRun.KIND, ended),
                ledger.count(
                        DeploymentRun.KIND, ended.and(DeploymentRun.OUTCOME.is(DeploymentRun.Outcome.SUCCESSFUL)))));
    }
}
