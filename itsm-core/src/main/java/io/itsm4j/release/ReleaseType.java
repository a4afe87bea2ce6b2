package io.itsm4j.release;

import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Sequel;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a ticket a release: the declaration, from data. */
final class ReleaseType {

    /** What is released. */
    static final Attribute<TicketRecord, String> VERSION = Attribute.text(
            "release.version", ticket -> ticket.details() instanceof Release release ? release.version() : null);

    /** When its deployment is planned to begin. */
    static final Attribute<TicketRecord, Instant> FROM = Attribute.time(
            "release.from", ticket -> ticket.details() instanceof Release release ? release.from() : null);

    private static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(ReleaseLifecycle.PLAN, "ReleasePlanned"),
            Map.entry(ReleaseLifecycle.BEGIN_BUILD, "BuildBegun"),
            Map.entry(ReleaseLifecycle.BEGIN_TEST, "TestBegun"),
            Map.entry(ReleaseLifecycle.REWORK, "ReleaseReworked"),
            Map.entry(ReleaseLifecycle.DECLARE_READY, "ReleaseReady"),
            Map.entry(ReleaseLifecycle.BEGIN_DEPLOYING, "DeployingBegun"),
            Map.entry(ReleaseLifecycle.JUDGE_GATE, "GateJudged"),
            Map.entry(ReleaseLifecycle.REQUEST_APPROVAL, "GateApprovalRequested"),
            Map.entry(ReleaseLifecycle.PASS_GATE, "GateApproved"),
            Map.entry(ReleaseLifecycle.REFUSE_GATE, "GateRefused"),
            Map.entry(ReleaseLifecycle.START_DEPLOYMENT, "DeploymentStarted"),
            Map.entry(ReleaseLifecycle.END_DEPLOYMENT, "DeploymentEnded"),
            Map.entry(ReleaseLifecycle.TAKE_BASELINE, "BaselineTaken"),
            Map.entry(ReleaseLifecycle.WRITE_CONFIGURATION, "ConfigurationWritten"),
            Map.entry(ReleaseLifecycle.TAKE_CONFIGURATION_BACK, "ConfigurationTakenBack"),
            Map.entry(ReleaseLifecycle.START_ROLLBACK, "RollbackStarted"),
            Map.entry(ReleaseLifecycle.END_ROLLBACK, "RollbackEnded"),
            Map.entry(ReleaseLifecycle.REVIEW_RELEASE, "ReleaseDeployed"),
            Map.entry(ReleaseLifecycle.ROLL_BACK, "ReleaseRolledBack"),
            Map.entry(ReleaseLifecycle.CLOSE, "TicketClosed"),
            Map.entry(ReleaseLifecycle.CANCEL, "TicketCancelled"));

    private ReleaseType() {}

    static TicketType<Release> under(ReleasePolicy policy, ReleaseConfiguration configuration) {
        TicketType.Builder<Release> type = TicketType.named("release", "REL", Release.class, Release.NEW)
                .openedBy(Role.AGENT, Role.RELEASE_MANAGER, Role.IMPORTER)
                .readBy(Role.AGENT, Role.AUDITOR, Role.RELEASE_MANAGER)
                .erasing(Release::erased)
                .frozenIn(RESOLVED, "title", "description", "impact", "urgency")
                .effect(ReleaseLifecycle.FORGET_APPROVALS, ReleaseApproval::forget)
                .effect(
                        ReleaseLifecycle.START_ANEW,
                        draft -> draft.details(draft.details().reworked()))
                .always(ReleaseApproval::keepContent)
                .attributes(List.of(VERSION, FROM))
                .detail(DetailField.plain("version", Release::version))
                .detail(DetailField.plain(
                        "environments",
                        release -> lines(release.environments().stream()
                                .map(each -> (each.production() ? "production " : "test ") + each.name() + " "
                                        + each.gateNames())
                                .toList())))
                .detail(DetailField.personal(
                        "gates",
                        release -> lines(release.gates().stream()
                                .map(each ->
                                        each.environment() + " " + each.gate() + " " + each.passed() + " " + each.by())
                                .toList())))
                .detail(DetailField.plain(
                        "approvals",
                        release -> lines(release.approvals().stream()
                                .map(each -> each.environment() + " " + each.gate() + " "
                                        + each.mark().state() + " "
                                        + each.mark().approval())
                                .toList())))
                .detail(DetailField.plain(
                        "configuration",
                        release -> lines(release.configuration().stream()
                                .map(ReleaseType::text)
                                .toList())))
                .detail(DetailField.plain("from", Release::from))
                .detail(DetailField.plain("to", Release::to))
                .detail(DetailField.personal("backout", Release::backout))
                .detail(DetailField.plain("running", Release::running))
                .detail(DetailField.plain("deployed", release -> lines(List.copyOf(release.deployed()))))
                .detail(DetailField.plain("written", Release::written))
                .detail(DetailField.plain("baselineBefore", Release::baselineBefore))
                .detail(DetailField.plain("baselineAfter", Release::baselineAfter))
                .detail(DetailField.personal("review", Release::review));
        EVENTS.forEach(type::event);
        type.sequel(new Sequel<>(
                Set.of(ReleaseLifecycle.START_DEPLOYMENT),
                step -> step.details().baselineBefore() == null,
                ReleaseLifecycle.TAKE_BASELINE,
                Reason.NONE,
                draft -> draft.details(draft.details()
                        .baselined(baseline(configuration, draft, ReleaseConfiguration.Moment.BEFORE)))));
        type.sequel(new Sequel<>(
                Set.of(ReleaseLifecycle.END_DEPLOYMENT),
                step -> !step.details().written() && step.details().deployedToAll(true),
                ReleaseLifecycle.WRITE_CONFIGURATION,
                Reason.NONE,
                draft -> write(configuration, draft)));
        type.sequel(new Sequel<>(
                Set.of(ReleaseLifecycle.END_ROLLBACK),
                step -> step.details().written() && !step.details().deployedToAll(true),
                ReleaseLifecycle.TAKE_CONFIGURATION_BACK,
                Reason.NONE,
                draft -> takeBack(configuration, draft)));
        return type.livingBy(ReleaseLifecycle.table(policy));
    }

    private static @Nullable String baseline(
            ReleaseConfiguration configuration, Draft<Release> draft, ReleaseConfiguration.Moment moment) {
        return configuration
                .baseline(draft.ledger(), draft.before().orElseThrow(), moment)
                .orElse(null);
    }

    private static void write(ReleaseConfiguration configuration, Draft<Release> draft) {
        configuration.write(draft.ledger(), draft.before().orElseThrow());
        draft.details(draft.details().written(baseline(configuration, draft, ReleaseConfiguration.Moment.AFTER)));
    }

    private static void takeBack(ReleaseConfiguration configuration, Draft<Release> draft) {
        List<ConfigurationEdit> kept =
                configuration.takeBack(draft.ledger(), draft.before().orElseThrow());
        draft.details(draft.details().takenBack());
        if (!kept.isEmpty()) {
            draft.note(
                    "kept",
                    String.join("\n", kept.stream().map(ReleaseType::text).toList()));
        }
    }

    private static String text(ConfigurationEdit edit) {
        return edit.ci() + " " + edit.attribute() + " = " + edit.value();
    }

    /** One line each, sorted; null when there is none. */
    private static @Nullable String lines(List<String> all) {
        return all.isEmpty() ? null : String.join("\n", all.stream().sorted().toList());
    }
}
