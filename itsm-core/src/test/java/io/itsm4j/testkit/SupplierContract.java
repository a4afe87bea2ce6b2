package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.Conflict;
import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.input.Money;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.purchase.Contract.Reminder;
import io.itsm4j.purchase.ContractKind;
import io.itsm4j.purchase.ContractState;
import io.itsm4j.purchase.Contracts;
import io.itsm4j.purchase.Covered;
import io.itsm4j.purchase.DraftContract;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.RenewContract;
import io.itsm4j.purchase.Renewal;
import io.itsm4j.purchase.SpendingBand;
import io.itsm4j.purchase.SpendingLimits;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.SupplierContact;
import io.itsm4j.purchase.SupplierStatus;
import io.itsm4j.purchase.Suppliers;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Target;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suppliers and the contracts with them: names, use, reminders, notice, renewal. */
public abstract class SupplierContract extends Contract {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEXT = Instant.parse("2027-01-01T00:00:00Z");

    private final Actor bea = Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER);

    private Itsm itsm;
    private Suppliers suppliers;
    private Contracts contracts;
    private Supplier supplier;

    @BeforeEach
    void a_supplier() {
        itsm = builder().build();
        suppliers = itsm.as(bea).suppliers();
        contracts = itsm.as(bea).contracts();
        supplier = suppliers.register(RegisterSupplier.named("Office World")
                .supplying("laptops", "cables")
                .reachedBy(new SupplierContact("Ann Smith", "sales", "ann@office.example", null))
                .noting("Closed in August"));
    }

    private DraftContract maintenance() {
        return DraftContract.with(supplier.id(), ContractKind.MAINTENANCE, "Printers of the south")
                .valid(JANUARY, NEXT)
                .at(new BigDecimal("1200.50"), "EUR")
                .covering(Covered.asset("printer-1"), Covered.ci("ci-7"), Covered.service("printing"))
                .documented("dms:4711");
    }

    private io.itsm4j.purchase.Contract active(DraftContract draft) {
        return contracts.activate(contracts.draft(draft).id());
    }

    private List<String> events(String contract) {
        return contracts.history(contract, null).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    private void due(String at) {
        clock.set(Instant.parse(at));
        while (itsm.processDue(50).done() > 0) {
            assertThat(itsm.processDue(50).failed()).isZero();
        }
    }

    // --- suppliers ------------------------------------------------------------------------------------------

    @Test
    void a_supplier_is_read_back_as_it_was_written() {
        assertThat(supplier.number()).isEqualTo("SUP0000001");
        assertThat(suppliers.get(supplier.id())).isEqualTo(supplier);
        assertThat(suppliers.findByNumber("SUP0000001")).contains(supplier);
        Supplier changed = suppliers.change(supplier.id(), RegisterSupplier.named("Office World Ltd"));
        assertThat(suppliers.get(supplier.id())).isEqualTo(changed);
        assertThat(changed.contacts()).isEmpty();
        assertThat(suppliers.history(supplier.id(), null).items())
                .extracting(JournalEntry::event)
                .containsExactly("SupplierRegistered", "SupplierChanged");
        refused(
                Conflict.class,
                "CONFLICT",
                () -> suppliers.with(CommandOptions.expecting(1)).change(supplier.id(), RegisterSupplier.named("x")));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void suppliers_are_listed_by_name_and_seen_in_their_tenant_only() {
        suppliers.register(RegisterSupplier.named("Zebra"));
        suppliers.register(RegisterSupplier.named("Acorn"));
        assertThat(suppliers.page(PageRequest.all()).items())
                .extracting(Supplier::name)
                .containsExactly("Acorn", "Office World", "Zebra");
        Actor stranger = Actor.of("other", "eve", Role.AGENT, PurchaseLifecycle.BUYER);
        refused(NotFound.class, "NOT_FOUND", () -> itsm.as(stranger).suppliers().get(supplier.id()));
        assertThat(itsm.as(stranger)
                        .suppliers()
                        .register(RegisterSupplier.named("Office World"))
                        .tenant())
                .isEqualTo(TenantId.of("other"));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).suppliers().register(RegisterSupplier.named("Mine")));
        refused(NotFound.class, "NOT_FOUND", () -> itsm.as(alice).suppliers().get(supplier.id()));
    }

    @Test
    void no_two_suppliers_in_use_share_a_name_letter_case_aside() {
        InvalidInput refusal = refused(
                InvalidInput.class,
                "DUPLICATE_NAME",
                () -> suppliers.register(RegisterSupplier.named(" OFFICE world ")));
        assertThat(refusal.faults()).extracting(InvalidInput.Fault::field).containsExactly("name");
        Supplier other = suppliers.register(RegisterSupplier.named("Cable Corner"));
        refused(
                InvalidInput.class,
                "DUPLICATE_NAME",
                () -> suppliers.change(other.id(), RegisterSupplier.named("office world")));
        suppliers.change(other.id(), RegisterSupplier.named("CABLE CORNER"));

        suppliers.archive(supplier.id(), "closed down");
        Supplier heir = suppliers.register(RegisterSupplier.named("Office World"));
        refused(InvalidInput.class, "DUPLICATE_NAME", () -> suppliers.resume(supplier.id(), "they are back"));
        suppliers.archive(heir.id(), "mistake");
        assertThat(suppliers.resume(supplier.id(), "they are back").status()).isEqualTo(SupplierStatus.ACTIVE);
    }

    @Test
    void h40_a_supplier_in_use_is_not_archived_and_the_count_is_told() {
        itsm.as(carol).purchases().define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR"))));
        Purchases purchases = itsm.as(bea).purchases();
        TicketId ordered = purchases
                .open(
                        OpenTicket.titled("Work"),
                        PlanPurchase.of(WantedLine.service("Work", 1).at("1", "EUR")))
                .id();
        TicketId wanted = purchases
                .open(
                        OpenTicket.titled("Work"),
                        PlanPurchase.of(WantedLine.service("Work", 1).at("1", "EUR"))
                                .from(supplier.id()))
                .id();
        purchases.submit(ordered);
        purchases.order(ordered, OrderGoods.from(supplier.id()));
        String contract = contracts.draft(maintenance()).id();

        InUse refusal = refused(InUse.class, "IN_USE", () -> suppliers.archive(supplier.id(), "no"));
        assertThat(refusal.detail()).containsEntry("count", 3L);
        purchases.cancel(wanted, "no");
        purchases.cancel(ordered, "no");
        contracts.terminate(contract, "no");
        assertThat(suppliers.archive(supplier.id(), "no more").status()).isEqualTo(SupplierStatus.ARCHIVED);
        refused(
                RuleViolated.class,
                "SUPPLIER_STATUS",
                () -> suppliers.change(supplier.id(), RegisterSupplier.named("x")));
        refused(RuleViolated.class, "SUPPLIER_STATUS", () -> contracts.draft(maintenance()));
    }

    // --- contracts ------------------------------------------------------------------------------------------

    @Test
    void a_contract_is_read_back_as_it_was_written_and_found_from_what_it_covers() {
        io.itsm4j.purchase.Contract contract = active(maintenance().renewed(Renewal.automatic(24, 90)));
        assertThat(contract.number()).isEqualTo("CON0000001");
        assertThat(contracts.get(contract.id())).isEqualTo(contract);
        assertThat(contracts.findByNumber("CON0000001")).contains(contract);
        assertThat(contract.price()).isEqualTo(Money.of(120050, "EUR"));
        assertThat(contract.isInForce(clock.instant())).isTrue();
        assertThat(contract.isInForce(JANUARY.minusSeconds(1))).isFalse();
        assertThat(contract.isInForce(NEXT)).isFalse();
        assertThat(contract.noticeUntil()).isEqualTo(Instant.parse("2026-10-03T00:00:00Z"));

        assertThat(contracts.covering(Covered.ci("ci-7"))).containsExactly(contract);
        assertThat(contracts.covering(Covered.asset("ci-7"))).isEmpty();
        contracts.change(
                contract.id(), maintenance().renewed(Renewal.automatic(24, 90)).covering(Covered.asset("printer-1")));
        assertThat(contracts.covering(Covered.ci("ci-7"))).isEmpty();
        assertThat(contracts.covering(Covered.asset("printer-1")))
                .extracting(io.itsm4j.purchase.Contract::id)
                .containsExactly(contract.id());
        assertThat(contracts
                        .page(PageRequest.of(io.itsm4j.purchase.Contract.SUPPLIER.is(supplier.id())))
                        .items())
                .hasSize(1);
    }

    @Test
    void what_was_signed_keeps_its_validity() {
        io.itsm4j.purchase.Contract contract = active(maintenance());
        refused(
                RuleViolated.class,
                "CONTRACT_SIGNED",
                () -> contracts.change(contract.id(), maintenance().valid(JANUARY, NEXT.plusSeconds(1))));
        Supplier other = suppliers.register(RegisterSupplier.named("Cable Corner"));
        refused(
                RuleViolated.class,
                "CONTRACT_SIGNED",
                () -> contracts.change(
                        contract.id(),
                        DraftContract.with(other.id(), ContractKind.MAINTENANCE, "x")
                                .valid(JANUARY, NEXT)));
        contracts.change(contract.id(), maintenance().at(new BigDecimal("999"), "EUR"));
        assertThat(contracts.get(contract.id()).price()).isEqualTo(Money.of(99900, "EUR"));
        assertThat(events(contract.id())).containsExactly("ContractDrafted", "ContractActivated", "ContractChanged");
        refused(RuleViolated.class, "CONTRACT_STATE", () -> contracts.activate(contract.id()));
    }

    @Test
    void a_contract_that_cannot_be_is_refused_naming_why() {
        refused(
                InvalidInput.class,
                "RANGE_REVERSED",
                () -> contracts.draft(maintenance().valid(NEXT, JANUARY)));
        refused(
                InvalidInput.class,
                "REQUIRED",
                () -> contracts.draft(maintenance().valid(JANUARY, null).renewed(Renewal.automatic(12, 30))));
        refused(
                InvalidInput.class,
                "PRICE_DIGITS",
                () -> contracts.draft(maintenance().at(new BigDecimal("0.001"), "EUR")));
        refused(
                InvalidInput.class,
                "UNKNOWN",
                () -> contracts.draft(maintenance().promising("no-such-uc")));
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> contracts.draft(
                        DraftContract.with("nobody", ContractKind.LEASE, "x").valid(JANUARY, NEXT)));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).contracts().draft(maintenance()));
        assertThat(contracts.page(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void it_shows_the_targets_of_its_underpinning_contract() {
        Target onSite = Target.within(Metric.ON_SITE, Duration.ofHours(2));
        itsm.as(carol)
                .serviceLevels()
                .define(Agreement.uc("uc-printers", "Printers", "office", Criterion.none(), onSite));
        itsm.as(carol).serviceLevels().define(Agreement.sla("sla-printers", "Printers", onSite));
        io.itsm4j.purchase.Contract contract = active(maintenance().promising("uc-printers"));

        assertThat(contracts.targets(contract.id())).extracting(Target::metric).containsExactly(Metric.ON_SITE);
        assertThat(contracts.targets(active(maintenance()).id())).isEmpty();
        refused(
                InvalidInput.class,
                "CONTRACT_AGREEMENT",
                () -> contracts.draft(maintenance().promising("sla-printers")));
    }

    @Test
    void it_reminds_once_of_its_end_and_expires() {
        String id = active(maintenance()).id();
        due("2026-11-01T23:59:59Z");
        assertThat(events(id)).containsExactly("ContractDrafted", "ContractActivated");
        due("2026-11-02T00:00:00Z");
        due("2026-12-31T00:00:00Z");
        assertThat(contracts.get(id).reminded()).containsExactly(Reminder.EXPIRY);
        assertThat(contracts.get(id).state()).isEqualTo(ContractState.ACTIVE);
        due("2027-01-01T00:00:00Z");
        due("2027-06-01T00:00:00Z");

        assertThat(contracts.get(id).state()).isEqualTo(ContractState.EXPIRED);
        assertThat(contracts.get(id).dueAt()).isEqualTo(Due.NEVER);
        assertThat(events(id))
                .containsExactly("ContractDrafted", "ContractActivated", "ContractExpiryNear", "ContractExpired");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void it_renews_itself_from_the_instant_it_ends_with_all_it_covers() {
        String id = active(maintenance().renewed(Renewal.automatic(12, 90))).id();
        due("2026-09-03T00:00:00Z");
        assertThat(events(id)).endsWith("ContractNoticeNear");
        due("2027-01-01T00:00:00Z");

        io.itsm4j.purchase.Contract old = contracts.get(id);
        assertThat(old.state()).isEqualTo(ContractState.RENEWED);
        io.itsm4j.purchase.Contract next = contracts.get(old.renewedBy());
        assertThat(next.number()).isEqualTo("CON0000002");
        assertThat(List.of(next.from(), next.until())).containsExactly(NEXT, Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(next.renews()).isEqualTo(id);
        assertThat(next.isInForce(clock.instant())).isTrue();
        assertThat(contracts.covering(Covered.service("printing")))
                .extracting(io.itsm4j.purchase.Contract::id)
                .containsExactly(id, next.id());

        due("2030-06-01T00:00:00Z");
        assertThat(contracts.page(PageRequest.all()).items())
                .as("years that nobody looked are made up for, one contract after the other")
                .extracting(io.itsm4j.purchase.Contract::state, io.itsm4j.purchase.Contract::until)
                .containsExactly(
                        tuple(ContractState.RENEWED, NEXT),
                        tuple(ContractState.RENEWED, Instant.parse("2028-01-01T00:00:00Z")),
                        tuple(ContractState.RENEWED, Instant.parse("2029-01-01T00:00:00Z")),
                        tuple(ContractState.RENEWED, Instant.parse("2030-01-01T00:00:00Z")),
                        tuple(ContractState.ACTIVE, Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void notice_is_given_in_time_and_then_it_expires() {
        io.itsm4j.purchase.Contract early = active(maintenance().renewed(Renewal.automatic(12, 90)));
        io.itsm4j.purchase.Contract late = active(maintenance().renewed(Renewal.automatic(12, 90)));
        refused(
                RuleViolated.class,
                "CONTRACT_NOTICE",
                () -> contracts.giveNotice(active(maintenance()).id(), "does not renew itself"));
        clock.set(Instant.parse("2026-10-03T00:00:00Z"));
        contracts.giveNotice(early.id(), "too dear");
        clock.advance(Duration.ofSeconds(1));
        refused(RuleViolated.class, "CONTRACT_NOTICE", () -> contracts.giveNotice(late.id(), "too late"));
        due("2027-01-01T00:00:00Z");

        assertThat(contracts.get(early.id()).state()).isEqualTo(ContractState.EXPIRED);
        assertThat(contracts.get(late.id()).state()).isEqualTo(ContractState.RENEWED);
    }

    @Test
    void somebody_renews_it_for_another_price_even_after_it_expired() {
        String id = active(maintenance()).id();
        due("2027-01-01T00:00:00Z");
        refused(InvalidInput.class, "RANGE_REVERSED", () -> contracts.renew(id, RenewContract.until(NEXT)));
        io.itsm4j.purchase.Contract next = contracts.renew(
                id, RenewContract.until(Instant.parse("2027-07-01T00:00:00Z")).at(new BigDecimal("700"), "EUR"));
        assertThat(next.from()).isEqualTo(NEXT);
        assertThat(next.price()).isEqualTo(Money.of(70000, "EUR"));
        refused(RuleViolated.class, "CONTRACT_STATE", () -> contracts.renew(id, RenewContract.unchanged()));
        assertThat(contracts.renew(next.id(), RenewContract.unchanged()).until())
                .isEqualTo(Instant.parse("2028-07-01T00:00:00Z"));
        String endless = active(maintenance().valid(JANUARY, null)).id();
        refused(RuleViolated.class, "CONTRACT_ENDLESS", () -> contracts.renew(endless, RenewContract.unchanged()));
    }

    @Test
    void what_was_terminated_binds_nobody_and_has_nothing_due() {
        String id = active(maintenance()).id();
        contracts.terminate(id, "they never came");
        refused(RuleViolated.class, "CONTRACT_STATE", () -> contracts.terminate(id, "again"));
        due("2028-01-01T00:00:00Z");
        assertThat(events(id)).containsExactly("ContractDrafted", "ContractActivated", "ContractTerminated");
        assertThat(contracts.get(id).isInForce(JANUARY.plusSeconds(1))).isFalse();
    }

    @Test
    void a_purchase_is_ordered_under_a_contract_that_is_in_force_with_its_supplier() {
        itsm.as(carol).purchases().define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR"))));
        Purchases purchases = itsm.as(bea).purchases();
        TicketId id = purchases
                .open(
                        OpenTicket.titled("Work"),
                        PlanPurchase.of(WantedLine.service("Work", 1).at("1", "EUR")))
                .id();
        purchases.submit(id);
        Supplier other = suppliers.register(RegisterSupplier.named("Cable Corner"));
        String drafted = contracts.draft(maintenance()).id();
        refused(
                RuleViolated.class,
                "CONTRACT_FORCE",
                () -> purchases.order(id, OrderGoods.from(supplier.id()).under(drafted)));
        contracts.activate(drafted);
        refused(
                RuleViolated.class,
                "CONTRACT_FORCE",
                () -> purchases.order(id, OrderGoods.from(other.id()).under(drafted)));
        purchases.order(id, OrderGoods.from(supplier.id()).under(drafted));
        assertThat(purchases.count(Purchases.CONTRACT.is(drafted))).isEqualTo(1);
        assertThat(purchases.count(Criterion.all())).isEqualTo(1);
    }
}
