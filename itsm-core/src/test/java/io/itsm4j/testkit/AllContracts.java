package io.itsm4j.testkit;

import org.junit.jupiter.api.Nested;

/** Every contract suite at once: extend it, say how the store is made, and that is all. */
public abstract class AllContracts {

    /** How the store is made; the same fixture at every call. */
    protected abstract StoreFixture fixture();

    @Nested
    class Stores extends StoreContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Transactions extends TransactionContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Queries extends QueryContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Tickets extends TicketContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Commands extends CommandContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Keys extends IdempotencyContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Edits extends EditingContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Families extends FamilyContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Cascades extends CascadeContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Journals extends JournalContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Erasures extends ErasureContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Visibilities extends VisibilityContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Attachments extends AttachmentContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class HostTypes extends HostTypeContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class DueItems extends DueWorkContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Outboxes extends OutboxContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Imports extends ImportContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Alerts extends AlertContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Dispatches extends DispatchContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Incidents extends IncidentStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Records extends RecordContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Problems extends ProblemStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Requests extends RequestStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Catalogues extends CatalogueStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Releases extends ReleaseStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Chains extends ChainStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Approvals extends ApprovalContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ApprovalRules extends ApprovalRulesContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ApprovalsAtOnce extends ApprovalRaces {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ApprovalViews extends ApprovalViewsContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Changes extends ChangeStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class EmergencyChanges extends EmergencyStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ChangeOutcomes extends ChangeOutcomeStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ChangeSchedules extends ChangeScheduleStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Races extends ConcurrencyContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ServiceLevelReports extends ServiceLevelReportContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ServiceLevels extends ServiceLevelContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ClockLists extends ClockListsContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ServiceLevelHistories extends ServiceLevelLives {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Thresholds extends ThresholdContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Recalculations extends RecalculationContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Migrations extends MigrationContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Configurations extends ConfigurationContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class ItemViews extends ItemViewsContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Impacts extends ImpactContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Reconciliations extends ReconciliationContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class CmdbAudits extends CmdbAuditContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Assets extends AssetStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Disposals extends DisposalStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class AssetRecords extends AssetContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Stocks extends StockStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Proposals extends ProposalStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class StockRecords extends StockContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Purchases extends PurchaseStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class PurchaseApprovals extends PurchaseApprovalStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Receivings extends ReceivingStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Suppliers extends SupplierContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class PurchasesAtOnce extends PurchaseRaces {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class Deliveries extends DeliveryStories {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class CmdbTickets extends CmdbTicketsContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }

    @Nested
    class BareActions extends BareActionContract {

        @Override
        protected StoreFixture fixture() {
            return AllContracts.this.fixture();
        }
    }
}
