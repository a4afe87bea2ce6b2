package io.itsm4j.mutation;

import io.itsm4j.testkit.AlertContract;
import io.itsm4j.testkit.ApprovalContract;
import io.itsm4j.testkit.ApprovalViewsContract;
import io.itsm4j.testkit.AttachmentContract;
import io.itsm4j.testkit.BareActionContract;
import io.itsm4j.testkit.CascadeContract;
import io.itsm4j.testkit.CommandContract;
import io.itsm4j.testkit.DispatchContract;
import io.itsm4j.testkit.DueWorkContract;
import io.itsm4j.testkit.EditingContract;
import io.itsm4j.testkit.ErasureContract;
import io.itsm4j.testkit.ExportContract;
import io.itsm4j.testkit.FamilyContract;
import io.itsm4j.testkit.HostTypeContract;
import io.itsm4j.testkit.HostileFiles;
import io.itsm4j.testkit.IdempotencyContract;
import io.itsm4j.testkit.ImportContract;
import io.itsm4j.testkit.IncidentStories;
import io.itsm4j.testkit.JournalContract;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.MigrationContract;
import io.itsm4j.testkit.OutboxContract;
import io.itsm4j.testkit.ProblemStories;
import io.itsm4j.testkit.RecordContract;
import io.itsm4j.testkit.ReleaseStories;
import io.itsm4j.testkit.StoreFixture;
import io.itsm4j.testkit.SupplierContract;
import io.itsm4j.testkit.ThresholdContract;
import io.itsm4j.testkit.TicketContract;
import io.itsm4j.testkit.VisibilityContract;
import org.junit.jupiter.api.Nested;

/** What exercises the ticket engine, but for races, which tell no mutant from a slow machine. */
class TicketSuite {

    private final MemoryFixture memory = new MemoryFixture();

    @Nested
    class Tickets extends TicketContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Commands extends CommandContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Edits extends EditingContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Families extends FamilyContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Cascades extends CascadeContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Visibilities extends VisibilityContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Attachments extends AttachmentContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class HostTypes extends HostTypeContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class DueItems extends DueWorkContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Outboxes extends OutboxContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Erasures extends ErasureContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Imports extends ImportContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Dispatches extends DispatchContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Records extends RecordContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Keys extends IdempotencyContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Journals extends JournalContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Alerts extends AlertContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Stories extends IncidentStories {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Migrations extends MigrationContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class BareActions extends BareActionContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Suppliers extends SupplierContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Problems extends ProblemStories {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Releases extends ReleaseStories {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class HostileAttachments extends HostileFiles {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Thresholds extends ThresholdContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class ApprovalViews extends ApprovalViewsContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Approvals extends ApprovalContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Exports extends ExportContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }
}
