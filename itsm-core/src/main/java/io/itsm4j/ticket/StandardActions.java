package io.itsm4j.ticket;

import static io.itsm4j.lifecycle.StateCategory.ACTIVE;
import static io.itsm4j.lifecycle.StateCategory.NEW;
import static io.itsm4j.lifecycle.StateCategory.PENDING;
import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.StateCategory;
import java.util.Map;

/** The actions that every ticket has and that leave its state as it is. */
public final class StandardActions {

    public static final Action OPEN = Action.of("open");
    public static final Action UPDATE = Action.of("update");
    public static final Action ASSIGN = Action.of("assign");
    public static final Action ESCALATE = Action.of("escalate");
    public static final Action COMMENT = Action.of("comment");
    public static final Action REPLY = Action.of("reply");
    public static final Action ADD_TASK = Action.of("add-task");
    public static final Action CHANGE_TASK = Action.of("change-task");
    public static final Action LINK = Action.of("link");
    public static final Action UNLINK = Action.of("unlink");
    public static final Action LOG_WORK = Action.of("log-work");
    public static final Action ATTACH = Action.of("attach");
    public static final Action DETACH = Action.of("detach");
    public static final Action TAG = Action.of("tag");
    public static final Action WATCH = Action.of("watch");
    public static final Action OVERRIDE_PRIORITY = Action.of("override-priority");
    public static final Action RESTRICT = Action.of("restrict");
    public static final Action PLACE = Action.of("place");
    public static final Action SPLIT = Action.of("split");
    public static final Action RECEIVE_MERGED = Action.of("receive-merged");
    public static final Action RELEASE_MERGED = Action.of("release-merged");
    public static final Action ARCHIVE = Action.of("archive");
    public static final Action SET_ASIDE = Action.of("set-aside");
    public static final Action ERASE = Action.of("erase");
    public static final Action KEEP_TIME = Action.of("keep-time");
    public static final Action RECALCULATE = Action.of("recalculate-time");

    /** Journalled when a ticket gets a new version of its lifecycle; no lifecycle declares it. */
    public static final Action MIGRATE = Action.of("migrate");

    /** The name of an effect that skips open tasks, for lifecycles in which a ticket can end with some. */
    public static final String SKIP_TASKS = "skip-tasks";

    static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(OPEN, "TicketOpened"),
            Map.entry(UPDATE, "TicketUpdated"),
            Map.entry(ASSIGN, "TicketAssigned"),
            Map.entry(ESCALATE, "TicketEscalated"),
            Map.entry(COMMENT, "TicketCommented"),
            Map.entry(REPLY, "RequesterReplied"),
            Map.entry(Merging.MERGE, "TicketMerged"),
            Map.entry(Merging.UNDO_MERGE, "TicketMergeUndone"),
            Map.entry(ADD_TASK, "TaskAdded"),
            Map.entry(CHANGE_TASK, "TaskChanged"),
            Map.entry(LINK, "TicketLinked"),
            Map.entry(UNLINK, "TicketUnlinked"),
            Map.entry(LOG_WORK, "WorkLogged"),
            Map.entry(ATTACH, "FileAttached"),
            Map.entry(DETACH, "FileDetached"),
            Map.entry(TAG, "TicketTagged"),
            Map.entry(WATCH, "WatchersChanged"),
            Map.entry(OVERRIDE_PRIORITY, "PriorityOverridden"),
            Map.entry(RESTRICT, "TicketRestricted"),
            Map.entry(PLACE, "TicketPlaced"),
            Map.entry(SPLIT, "TicketSplit"),
            Map.entry(RECEIVE_MERGED, "MergedTicketReceived"),
            Map.entry(RELEASE_MERGED, "MergedTicketReleased"),
            Map.entry(ARCHIVE, "TicketArchived"),
            Map.entry(ERASE, "PersonErased"),
            Map.entry(KEEP_TIME, "ServiceLevelReached"),
            Map.entry(MIGRATE, "LifecycleMigrated"),
            Map.entry(RECALCULATE, "ServiceLevelsRecalculated"),
            Map.entry(SET_ASIDE, "DueWorkSetAside"));

    private static final StateCategory[] WORKING = {NEW, ACTIVE, PENDING};
    private static final StateCategory[] UNENDED = {NEW, ACTIVE, PENDING, RESOLVED};

    private StandardActions() {}

    /**
     * Adds all of them to a lifecycle: fields, comments and files until the ticket ends (a type may freeze fields in
     * some states), assignment until it is resolved, links, work logs and restriction at any time.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <C> LifecycleBuilder<C> addTo(LifecycleBuilder<C> table) {
        return addTo(table, new Guard[0]);
    }

    /** The same, with guards on being placed under a parent. */
    @SafeVarargs
    @SuppressWarnings({"unchecked", "varargs"})
    public static <C> LifecycleBuilder<C> addTo(LifecycleBuilder<C> table, Guard<? super C>... onPlacing) {
        stay(table, UPDATE, UNENDED).by(Role.AGENT);
        stay(table, ASSIGN, WORKING).by(Role.AGENT);
        stay(table, ESCALATE, WORKING).by(Role.AGENT);
        stay(table, ADD_TASK, WORKING).by(Role.AGENT);
        stay(table, CHANGE_TASK, UNENDED).by(Role.AGENT);
        stay(table, COMMENT, UNENDED).by(Role.AGENT, Role.REQUESTER);
        stay(table, ATTACH, UNENDED).by(Role.AGENT, Role.REQUESTER);
        stay(table, DETACH, UNENDED).by(Role.AGENT);
        stay(table, TAG, UNENDED).by(Role.AGENT);
        stay(table, WATCH, UNENDED).by(Role.AGENT);
        stay(table, OVERRIDE_PRIORITY, WORKING).by(Role.MANAGER);
        stay(table, PLACE, UNENDED).by(Role.AGENT).guardedBy(onPlacing);
        stay(table, SPLIT, WORKING).by(Role.AGENT);
        stay(table, RECEIVE_MERGED, UNENDED).by(Role.AGENT);
        table.stay(LOG_WORK).inEvery().by(Role.AGENT);
        table.stay(LINK).inEvery().by(Role.AGENT);
        table.stay(UNLINK).inEvery().by(Role.AGENT);
        table.stay(RESTRICT).inEvery().by(Role.MANAGER);
        table.stay(SET_ASIDE).inEvery().by(Role.SYSTEM);
        table.stay(RELEASE_MERGED).inEvery().by(Role.SYSTEM);
        table.stay(ERASE).inEvery().by(Role.SYSTEM);
        table.stay(KEEP_TIME).inEvery().by(Role.SYSTEM);
        table.stay(RECALCULATE).inEvery().by(Role.MANAGER);
        table.stay(ARCHIVE)
                .inCategory(StateCategory.CLOSED, StateCategory.CANCELLED)
                .by(Role.MANAGER);
        return table;
    }

    private static <C> io.itsm4j.lifecycle.LifecycleRow<C> stay(
            LifecycleBuilder<C> table, Action action, StateCategory... categories) {
        return table.stay(action).inCategory(categories);
    }
}
