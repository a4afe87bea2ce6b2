package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.Proposal;
import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.cmdb.Reconciliations.Mode;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.RetireItem;
import io.itsm4j.interop.CsvItems;
import io.itsm4j.interop.JsonItems;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphs and files that cannot be meant. */
public abstract class HostileConfigurations extends Hostile {

    private Configuration cmdb;

    @BeforeEach
    void manage() {
        cmdb = itsm.as(carol).configuration();
    }

    private Reconciliation planned(String json) {
        return cmdb.reconciliation().plan(JsonItems.from("scan", new StringReader(json)));
    }

    private List<String> faults(Reconciliation plan) {
        return cmdb.reconciliation().proposals(plan.id(), PageRequest.all()).items().stream()
                .filter(proposal -> proposal.kind() == Proposal.Kind.REJECT)
                .map(proposal -> proposal.row() + " " + proposal.fault() + " "
                        + String.valueOf(proposal.reason()).split("[ :]")[0])
                .toList();
    }

    private static String item(String values) {
        return "{\"items\":[{\"class\":\"server\",\"values\":{" + values + "}}]}";
    }

    @Test
    void h20_json_that_is_not_what_it_should_be_is_refused_with_its_path() {
        assertThat(faults(planned("{\"items\":[{\"class\":\"server\",\"colour\":\"red\",\"values\":{\"a\":{}}},"
                        + "{\"class\":\"server\",\"values\":{\"name\":\"good\"}}]}")))
                .containsExactly("1 FIELD_UNKNOWN $.items[0].colour");
        assertThat(faults(planned(item("\"name\":\"a\",\"name\":\"b\""))))
                .containsExactly("1 CI_TWICE $.items[0].values.name");
        assertThat(faults(planned(item("\"name\":\"a\",\"cpus\":\"4\""))))
                .containsExactly("1 FIELD_TYPE attributes[cpus]");
        assertThat(faults(planned(item("\"name\":\"a\",\"cpus\":1e400"))))
                .containsExactly("1 FIELD_TYPE $.items[0].values.cpus");
        assertThat(faults(planned(item("\"name\":\"a\",\"cpus\":99999999999999999999"))))
                .containsExactly("1 FIELD_TYPE $.items[0].values.cpus");
        assertThat(faults(planned(item("\"name\":\"a\",\"cpus\":NaN")))).containsExactly("1 JSON_SYNTAX $.items[0]");
        assertThat(faults(planned(item("\"name\":" + "[".repeat(10_000) + "]".repeat(10_000)))))
                .containsExactly("1 FIELD_TYPE $.items[0].values.name", "1 JSON_SYNTAX $.items[0]");
        assertThat(faults(planned("[".repeat(10_000)))).containsExactly("0 FIELD_TYPE $");
        assertThat(faults(planned("{\"items\":[{\"class\":\"server\""))).containsExactly("1 JSON_SYNTAX $.items[0]");
        assertThat(faults(planned("{\"things\":[]}"))).containsExactly("0 FIELD_UNKNOWN $.things");
        assertThat(faults(planned("{\"items\":[7]}"))).containsExactly("1 FIELD_TYPE $.items[0]");
        assertThat(faults(planned("{\"relations\":[{\"from\":1,\"type\":\"uses\",\"to\":\"b\"}]}")))
                .containsExactly("1 FIELD_TYPE $.relations[0].from");
        assertThat(cmdb.items().count(Criterion.all())).isZero();
    }

    @Test
    void h39_a_graph_with_cycles_diamonds_and_a_hub_is_walked_once_and_within_its_bounds() {
        int leaves = FULL ? 100_000 : 1_200;
        StringBuilder items = new StringBuilder("key,class,name\nhub,server,hub\na,application,a\nb,application,b\n");
        StringBuilder relations = new StringBuilder(
                "from,type,to\na,depends-on,hub\nb,depends-on,hub\na,depends-on,b\nb,depends-on,a\nhub,depends-on,a\n");
        for (int i = 0; i < leaves; i++) {
            items.append("l").append(i).append(",application,leaf ").append(i).append('\n');
            relations.append("l").append(i).append(",runs-on,hub\n");
        }
        Reconciliation plan = cmdb.reconciliation()
                .plan(CsvItems.from("scan")
                        .items(new StringReader(items.toString()))
                        .relations(new StringReader(relations.toString())));
        cmdb.reconciliation().apply(plan.id(), Mode.EACH_ROW);
        String hub = cmdb.items()
                .page(PageRequest.of(CiAttributes.NAME.is("hub")))
                .items()
                .get(0)
                .id();

        Impact whole = cmdb.impact().analyse(ImpactQuery.failing(hub).atMost(1_000_000));
        assertThat(whole.ids()).hasSize(leaves + 2).doesNotContain(hub);
        assertThat(whole.hits()).hasSize(leaves + 2);
        assertThat(whole.isPartial()).isFalse();
        Impact some = cmdb.impact().analyse(ImpactQuery.failing(hub).atMost(1_000));
        assertThat(some.hits()).hasSize(1_000);
        assertThat(some.isPartial()).isTrue();
        Impact none = cmdb.impact().analyse(ImpactQuery.failing(hub).looking(leaves));
        assertThat(none.isPartial()).isTrue();
        refused(
                InvalidInput.class,
                "OUT_OF_LIMIT",
                () -> cmdb.impact().analyse(ImpactQuery.failing(hub).atMost(1_000_001)));
    }

    @Test
    void h40_an_item_in_use_is_not_retired_and_the_refusal_says_how_many_use_it() {
        String service =
                cmdb.items().register(RegisterItem.of("service", "Billing")).id();
        String server = cmdb.items()
                .register(RegisterItem.of("server", "db").serving(service))
                .id();
        String application =
                cmdb.items().register(RegisterItem.of("application", "a")).id();
        cmdb.relations().relate(application, "runs-on", server);

        says(refused(InUse.class, "CI_IN_USE", () -> cmdb.items().retire(server, RetireItem.because(null))), "db", "1");
        says(
                refused(InUse.class, "CI_IN_USE", () -> cmdb.items().retire(service, RetireItem.because(null))),
                "Billing",
                "1");
        assertThat(cmdb.items().count(CiAttributes.IS_LIVE.is(true))).isEqualTo(3);
    }

    @Test
    void h85_many_who_register_at_once_half_of_them_in_vain_leave_nothing_behind_and_nothing_taken() {
        int threads = FULL ? 64 : 8;
        int each = FULL ? 1_000 : 12;
        Semaphore atOnce = new Semaphore(4); // as many connections as a small pool has
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            work.add(() -> registered(thread, each, atOnce));
        }
        Set<String> ids = new HashSet<>();
        int kept = 0;
        for (Together.Outcome<List<String>> outcome : Together.run(work)) {
            List<String> mine = outcome.value()
                    .orElseThrow(() -> new AssertionError(outcome.failure().get()));
            assertThat(mine).as("ids of one thread ascend").isSorted();
            ids.addAll(mine);
            kept += mine.size();
        }

        assertThat(ids).hasSize(kept).hasSize(threads * ((each + 1) / 2));
        assertThat(cmdb.items().count(Criterion.all())).isEqualTo(kept);
        assertThat(cmdb.items().page(PageRequest.all()).items())
                .extracting(ConfigurationItem::id)
                .isSubsetOf(ids);
        cmdb.items().register(host(0, 1));
        refused(RuleViolated.class, "CI_IDENTITY_TAKEN", () -> cmdb.items().register(host(0, 0)));
    }

    private static RegisterItem host(int thread, int i) {
        return RegisterItem.of("server", "server").with("host_name", "host-" + thread + "-" + i);
    }

    private List<String> registered(int thread, int count, Semaphore atOnce) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RegisterItem input = host(thread, i);
            boolean inVain = i % 2 == 1;
            atOnce.acquire();
            try {
                ids.add(itsm.inTransaction(() -> {
                    String id = cmdb.items().register(input).id();
                    if (inVain) {
                        throw new IllegalStateException("rolled back");
                    }
                    return id;
                }));
            } catch (IllegalStateException rolledBack) {
                assertThat(inVain).isTrue();
            } finally {
                atOnce.release();
            }
        }
        return ids;
    }

    private Reconciliation planned(Reader text) {
        return cmdb.reconciliation()
                .plan(CsvItems.from("file").ofClass("server").items(text));
    }

    @Test
    void h78_a_file_is_read_as_it_comes_and_its_rows_are_reported_by_number() {
        Reconciliation odd = planned(new StringReader("\uFEFFkey,name,operating_system\r\n"
                + "a,first,\"Debian, 12\"\n"
                + "b,\"second \"\"big\"\" one\",Ubuntu\r\n"
                + "c,third,\"two\nlines\"\n"
                + "d,too,many,fields\n"
                + "a,again,\n"));
        assertThat(faults(odd))
                .containsExactly(
                        "3 ILLEGAL_CHARACTER attributes[operating_system]", "4 CSV_FIELDS row", "5 CI_FEED_TWICE row");
        refused(
                RuleViolated.class,
                "CI_PLAN_FAULTS",
                () -> cmdb.reconciliation().apply(odd.id(), Mode.ALL_OR_NOTHING));
        assertThat(cmdb.items().count(Criterion.all())).isZero();
        cmdb.reconciliation().apply(odd.id(), Mode.EACH_ROW);
        assertThat(cmdb.items().page(PageRequest.all()).items())
                .extracting(item ->
                        item.name() + "/" + item.value("operating_system").orElse(""))
                .containsExactly("first/Debian, 12", "second \"big\" one/Ubuntu");

        refused(InvalidInput.class, "CSV_SEPARATOR", () -> planned(new StringReader("key;name;cpus\na;b;1\n")));
        refused(InvalidInput.class, "CSV_HEADINGS", () -> planned(new StringReader("")));
        refused(InvalidInput.class, "CSV_HEADINGS", () -> planned(new StringReader("name,cpus,cpus\na,1,2\n")));
        refused(InvalidInput.class, "CSV_HEADINGS", () -> planned(new StringReader("key,cpus\na,1\n")));
        assertThat(faults(planned(new StringReader("name\ngood\n\"never closed\n"))))
                .containsExactly("2 CSV_SYNTAX row");
    }

    @Test
    void h78_one_bad_row_of_very_many_is_found_while_only_a_batch_is_held() {
        int rows = FULL ? 100_000 : 2_000;
        int bad = rows / 2 + 1;
        Reconciliation plan = planned(new Rows(
                rows,
                i -> i == 0 ? "key,name,cpus\n" : "k" + i + ",server " + i + "," + (i == bad ? "many" : "4") + "\n"));

        assertThat(plan.rows()).isEqualTo(rows);
        assertThat(plan.faults()).isEqualTo(1);
        assertThat(cmdb.reconciliation()
                        .proposals(plan.id(), PageRequest.of(Proposal.KIND_OF.is(Proposal.Kind.REJECT)))
                        .items())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.row()).isEqualTo(bad));
    }

    /** Text that is made row by row while it is read. */
    private static final class Rows extends Reader {

        private final int rows;
        private final IntFunction<String> row;
        private int next;
        private String text = "";
        private int at;

        Rows(int rows, IntFunction<String> row) {
            this.rows = rows;
            this.row = row;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            while (at == text.length()) {
                if (next > rows) {
                    return -1;
                }
                text = String.format(Locale.ROOT, "%s", row.apply(next++));
                at = 0;
            }
            int size = Math.min(length, text.length() - at);
            text.getChars(at, at + size, buffer, offset);
            at += size;
            return size;
        }

        @Override
        public void close() {}
    }
}
