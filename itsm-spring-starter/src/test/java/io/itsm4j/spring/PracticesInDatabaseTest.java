package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.asset.Assets;
import io.itsm4j.asset.HandOut;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.hosts.clinic.ClinicHost;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.IssueParts;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** Configuration, assets, stock and purchases in a host's database and in its transactions. */
class PracticesInDatabaseTest {

    private static final Actor EVE = Actor.of(
            "acme",
            "eve",
            Role.AGENT,
            CmdbPolicy.CONFIGURATION_MANAGER,
            PurchaseLifecycle.BUYER,
            StockDeclaration.STOREKEEPER);
    private static final Actor DORA = Actor.of("acme", "dora", Role.MANAGER);

    /** Declares what differs from the standard. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class DoraApproves {

        // region spring-policy
        @Bean
        PurchasePolicy purchasePolicy() {
            return PurchasePolicy.STANDARD.approvedBy(
                    ApprovalPolicy.named("purchases", ApprovalStep.asking("owner", Approver.person("dora"))));
        }
        // endregion
    }

    @ParameterizedTest
    @ValueSource(classes = {WorkshopHost.class, ClinicHost.class})
    void every_practice_works_in_the_database_of_a_host(Class<?> application) {
        try (ConfigurableApplicationContext host = start(application)) {
            Itsm itsm = host.getBean(Itsm.class);

            Configuration configuration = itsm.as(EVE).configuration();
            String server = item(configuration, "server", "db-01");
            String billing = item(configuration, "service", "Billing");
            configuration.relations().relate(billing, "depends-on", server);
            assertThat(configuration
                            .impact()
                            .analyse(ImpactQuery.failing(server))
                            .ids())
                    .containsExactly(billing);

            Assets assets = itsm.as(EVE).assets();
            String laptop = assets.register(RegisterAsset.of("laptop", "Notebook 14")
                            .serial("CZC-1")
                            .in("cellar"))
                    .id();
            assets.handOut(laptop, HandOut.to("alice"));
            assertThat(assets.get(laptop).place().holder()).hasToString("alice");

            Stock stock = itsm.as(EVE).stock();
            String disk = stock.definePart(DefinePart.named("Disk 1 TB").coded("D-1000"))
                    .id();
            String cellar = stock.openStore(DefineStore.named("Cellar")).id();
            stock.receive(PartDelivery.of(disk, cellar, 10).costing(5_900, "EUR"));
            TicketId broken = itsm.as(EVE)
                    .incidents()
                    .open(OpenTicket.titled("Disk broken"))
                    .id();
            stock.issue(IssueParts.of(disk, cellar, 4, broken.value()));
            assertThat(stock.item(disk, cellar).orElseThrow().onHand()).isEqualTo(6);

            receiveALaptop(itsm);
            assertThat(assets.lookUp("CZC-1001")).isPresent();
            assertThat(itsm.verify(EVE.tenant()).isIntact()).isTrue();
        }
    }

    @Test
    void an_item_and_an_asset_go_the_way_of_the_hosts_row() {
        try (ConfigurableApplicationContext host = start(WorkshopHost.class)) {
            Itsm itsm = host.getBean(Itsm.class);
            Repairs repairs = host.getBean(Repairs.class);
            TransactionTemplate transaction = host.getBean(TransactionTemplate.class);

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        both(itsm, repairs);
                        throw new IllegalStateException("the lift is broken");
                    }))
                    .hasMessage("the lift is broken");
            assertThat(counted(itsm, repairs)).containsExactly(0L, 0L, 0L);

            transaction.executeWithoutResult(status -> both(itsm, repairs));
            assertThat(counted(itsm, repairs)).containsExactly(1L, 1L, 1L);
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application) {
        return Hosts.run(
                List.of(application, Hosts.BobActs.class, DoraApproves.class),
                List.of("itsm.schema.initialize=create", "spring.jpa.hibernate.ddl-auto=update"));
    }

    private static String item(Configuration configuration, String ciClass, String name) {
        return configuration.items().register(RegisterItem.of(ciClass, name)).id();
    }

    private static void both(Itsm itsm, Repairs repairs) {
        repairs.write("B-KL 1");
        item(itsm.as(EVE).configuration(), "server", "B-KL 1");
        itsm.as(EVE).assets().register(RegisterAsset.of("car", "B-KL 1"));
    }

    private static List<Long> counted(Itsm itsm, Repairs repairs) {
        return List.of(
                repairs.count(),
                itsm.as(EVE).configuration().items().count(Criterion.all()),
                itsm.as(EVE).assets().count(Criterion.all()));
    }

    private static void receiveALaptop(Itsm itsm) {
        Purchases purchases = itsm.as(EVE).purchases();
        String supplier = itsm.as(EVE)
                .suppliers()
                .register(RegisterSupplier.named("Office World"))
                .id();
        TicketId id = purchases
                .open(
                        OpenTicket.titled("A laptop"),
                        PlanPurchase.of(WantedLine.assets("laptop", "Notebook 14", 1)
                                        .at("899", "EUR"))
                                .paidBy("IT-4711", "2026 hardware"))
                .id();
        purchases.submit(id);
        itsm.as(DORA)
                .approvals()
                .approve(Objects.requireNonNull(
                                purchases.get(id).details().clearance().mark())
                        .approval());
        purchases.order(id, OrderGoods.from(supplier).called("OW-1"));
        purchases.receive(
                id, ReceiveGoods.of(ReceivedLine.serials(1, "CZC-1001")).into("cellar"));
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.RECEIVED);
    }
}
