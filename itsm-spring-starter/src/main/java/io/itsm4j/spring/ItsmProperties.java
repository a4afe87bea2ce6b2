package io.itsm4j.spring;

import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.ticket.CloseRule;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the starter. A value outside its limits, an unknown word and an unknown property fail the start.
 *
 * @param enabled whether the starter does anything; when false the application has no bean and no entity of it
 * @param store where records are kept: auto (in the database when itsm-jpa and an EntityManagerFactory are there, else
 *     in memory), memory or jpa
 * @param lockTimeout how long a locked record is waited for; more than zero
 * @param schema the tables, when records are kept in a database
 * @param work what is due and what waits for delivery
 * @param events what happens, as Spring's application events
 * @param incident how incidents are handled, unless the host has an IncidentPolicy bean
 * @param numbers human numbers
 * @param attachments files of tickets
 */
@ConfigurationProperties(prefix = ItsmProperties.PREFIX, ignoreUnknownFields = false)
public record ItsmProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("auto") Storage store,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue Schema schema,
        @DefaultValue Work work,
        @DefaultValue Events events,
        @DefaultValue Incident incident,
        @DefaultValue Numbers numbers,
        @DefaultValue Attachments attachments) {

    /** What all names of properties begin with. */
    public static final String PREFIX = "itsm";

    /** Checks the values. */
    public ItsmProperties {
        Allowed.positive("lock-timeout", lockTimeout);
    }

    /** Where records are kept. */
    public enum Storage {
        /** In the database when itsm-jpa and an EntityManagerFactory are there, else in memory. */
        AUTO,
        /** In memory; gone with the application. */
        MEMORY,
        /** In the database; the start fails when that cannot be. */
        JPA
    }

    /** What happens to the tables when the application starts. */
    public enum Initialize {
        /** Nothing: whoever makes them answers for them, as a test that lets Hibernate make all tables. */
        NONE,
        /** They are looked at, and the start fails with the script to run when they do not fit. */
        VALIDATE,
        /** Missing scripts are applied, under a lock that holds other nodes off; then they are looked at. */
        CREATE
    }

    /**
     * The tables.
     *
     * @param name the schema the scripts are applied in, on MariaDB the database; the connection's own unless set. The
     *     persistence unit must look there too
     * @param initialize what happens to the tables when the application starts: none, validate (it fails when they do
     *     not fit) or create (scripts that are missing are applied)
     */
    public record Schema(
            @Nullable String name, @DefaultValue("validate") Initialize initialize) {}

    /**
     * What is due and what waits for delivery, on the host's TaskScheduler. Without it the host calls Itsm.processDue
     * and Itsm.deliver itself.
     *
     * @param enabled whether the starter calls for due work and deliveries, on the host's TaskScheduler
     * @param dueEvery how long after a sweep the next one looks for due work
     * @param dueLimit the most items of due work at a time, 1 to 10,000
     * @param deliverEvery how long after a round the next one looks for waiting events
     * @param deliverLimit the most events at a time, 1 to 10,000
     */
    public record Work(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("30s") Duration dueEvery,
            @DefaultValue("500") int dueLimit,
            @DefaultValue("5s") Duration deliverEvery,
            @DefaultValue("500") int deliverLimit) {

        /** Checks the values. */
        public Work {
            Allowed.positive("work.due-every", dueEvery);
            Allowed.between("work.due-limit", 1, 10_000, dueLimit);
            Allowed.positive("work.deliver-every", deliverEvery);
            Allowed.between("work.deliver-limit", 1, 10_000, deliverLimit);
        }
    }

    /**
     * What happens, as Spring's application events.
     *
     * @param publish whether every event is published to the application's own listeners, inside the transaction that
     *     makes it
     */
    public record Events(@DefaultValue("true") boolean publish) {}

    /**
     * How incidents are handled.
     *
     * @param reopenWindow how long after its resolution an incident can be reopened
     * @param autoCloseAfter how long after its resolution an incident closes by itself; zero for never
     * @param remindEvery how often a caller whom the desk waits for is reminded; zero for never
     * @param reminders how many times such a caller is reminded, 0 or more
     * @param autoResolveAfter how long the desk waits for a caller before it resolves an incident; zero for never
     * @param children what happens to open children when their parent closes: block, cascade or ignore
     * @param cascades which of resolve, hold and reopen a parent passes on to its children
     * @param resolveOnClear whether a clear event of the monitoring resolves the incident
     * @param flapWindow how far apart two changes of an alert may be to count as flapping
     * @param flapLimit at how many changes an alert counts as flapping, 1 or more
     */
    public record Incident(
            @DefaultValue("14d") Duration reopenWindow,
            @DefaultValue("7d") Duration autoCloseAfter,
            @DefaultValue("2d") Duration remindEvery,
            @DefaultValue("3") int reminders,
            @DefaultValue("10d") Duration autoResolveAfter,
            @DefaultValue("block") CloseRule children,
            @DefaultValue("resolve") Set<String> cascades,
            @DefaultValue("true") boolean resolveOnClear,
            @DefaultValue("1h") Duration flapWindow,
            @DefaultValue("3") int flapLimit) {

        /** Checks the values. */
        public Incident {
            Allowed.notNegative("incident.reopen-window", reopenWindow);
            Allowed.notNegative("incident.auto-close-after", autoCloseAfter);
            Allowed.notNegative("incident.remind-every", remindEvery);
            Allowed.between("incident.reminders", 0, Integer.MAX_VALUE, reminders);
            Allowed.notNegative("incident.auto-resolve-after", autoResolveAfter);
            if (!Set.of("resolve", "hold", "reopen").containsAll(cascades)) {
                throw Allowed.refused("incident.cascades", cascades, "resolve, hold, reopen");
            }
            Allowed.notNegative("incident.flap-window", flapWindow);
            Allowed.between("incident.flap-limit", 1, Integer.MAX_VALUE, flapLimit);
            cascades = Set.copyOf(cascades);
        }

        IncidentPolicy policy() {
            return new IncidentPolicy(
                    reopenWindow,
                    autoCloseAfter,
                    remindEvery,
                    reminders,
                    autoResolveAfter,
                    children,
                    cascades,
                    resolveOnClear,
                    flapWindow,
                    flapLimit);
        }
    }

    /**
     * Human numbers.
     *
     * @param blockSize how many human numbers a node leases at a time, 1 to 100,000
     */
    public record Numbers(@DefaultValue("100") int blockSize) {

        /** Checks the values. */
        public Numbers {
            Allowed.between("numbers.block-size", 1, 100_000, blockSize);
        }
    }

    /**
     * Files of tickets; kept only when the host has an AttachmentStore bean.
     *
     * @param limit the largest attachment, 1 byte or more
     */
    public record Attachments(@DefaultValue("25MB") DataSize limit) {

        /** Checks the values. */
        public Attachments {
            Allowed.between("attachments.limit", 1, Long.MAX_VALUE, limit.toBytes());
        }
    }
}
