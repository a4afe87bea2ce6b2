package io.itsm4j.testkit;

import java.util.Map;

/** The rows of the catalogue of hostile inputs that no suite of the test kit holds, and why, or where they are held. */
final class HostileRows {

    /** The last row. */
    static final int LAST = 92;

    // spotless:off
    /** By the number of the row. */
    static final Map<Integer, String> ELSEWHERE = Map.ofEntries(
            Map.entry(9,  "not applicable until rich text is sanitised: knowledge"),
            Map.entry(10, "not applicable until rich text is sanitised: knowledge"),
            Map.entry(12, "not applicable until tables are exported: interop"),
            Map.entry(43, "held by BusinessCalendarTest and CalendarLawsTest: a calendar needs no store"),
            Map.entry(67, "held in itsm-jpa by SchemaTest, on every provider and database: memory has no schema"),
            Map.entry(68, "held in itsm-jpa by SchemaTest, on H2, PostgreSQL and MariaDB: memory has no schema"),
            Map.entry(69, "not applicable before a second version of schema or events"),
            Map.entry(70, "held in itsm-jpa by SchemaTest, on H2, PostgreSQL and MariaDB: memory has no names"),
            Map.entry(71, "held in itsm-spring-starter by NamesTest and EntranceTest: beans and entities of the host"),
            Map.entry(72, "held in itsm-spring-starter by PersistenceUnitTest, OwnPersistenceUnitTest and NamesTest: the host's persistence units"),
            Map.entry(73, "held in itsm-spring-starter by ContextLifeTest and DueWorkTest: contexts"),
            Map.entry(74, "held by MonitorsTest and JpaMonitorsTest: Java 17 has no virtual threads, so the cause is tested, that no monitor is entered"),
            Map.entry(75, "not applicable until meters carry more than type, action, outcome and milestone"),
            Map.entry(79, "held by ICalendarHolidaysTest and RecurrenceRulesTest: what is read needs no store"),
            Map.entry(80, "held by HolidaysTest, ICalendarHolidaysTest and JollydayHolidaysTest: what is read needs no store"),
            Map.entry(81, "held in itsm-spring-starter by ItsmPropertiesTest: configuration properties"),
            Map.entry(90, "not applicable until records hold addresses: knowledge, cmdb"),
            Map.entry(91, "held by ItsmExtensionTest: the fixture of the test kit itself"),
            Map.entry(92, "held by MemoryDifferentialTest and in itsm-jpa by HibernateH2DifferentialTest, which compares both adapters"));
    // spotless:on

    private HostileRows() {}
}
