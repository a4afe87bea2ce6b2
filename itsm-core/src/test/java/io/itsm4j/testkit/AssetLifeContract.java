package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.asset.AskDisposal;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.Assets;
import io.itsm4j.asset.Disposal;
import io.itsm4j.asset.EndUse;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of the lives of assets share: a desk, its managers, and a laptop. */
public abstract class AssetLifeContract extends Contract {

    protected static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    protected final Actor anna = Actor.of("acme", "anna", AssetLifecycle.ASSET_MANAGER);
    protected final Actor max = Actor.of("acme", "max", Role.MANAGER);
    protected final Actor milo = Actor.of("acme", "milo", Role.MANAGER);

    protected Itsm itsm;
    protected Assets assets;
    protected Assets managed;

    @BeforeEach
    void a_desk_and_its_managers() {
        Staff staff = new Staff()
                .person("alice", Set.of(Role.REQUESTER))
                .person("bob", Set.of(Role.AGENT))
                .person("anna", Set.of(AssetLifecycle.ASSET_MANAGER))
                .person("max", Set.of(Role.MANAGER))
                .person("milo", Set.of(Role.MANAGER));
        itsm = builder().directory(staff).build();
        assets = itsm.as(bob).assets();
        managed = itsm.as(anna).assets();
    }

    protected void days(int passed) {
        clock.advance(Duration.ofDays(passed));
    }

    protected Asset laptop() {
        return laptop("CZC-1001");
    }

    protected Asset laptop(String serial) {
        return assets.register(RegisterAsset.of("laptop", "Notebook 14").serial(serial));
    }

    protected String accessory(Asset main, String name) {
        return assets.register(RegisterAsset.of("accessory", name).accessoryOf(main.id()))
                .id();
    }

    protected List<String> events(String id) {
        return assets.history(id, null).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    protected void vote(Actor voter, boolean yes) {
        String approval = itsm.as(voter)
                .approvals()
                .mine(PageRequest.all())
                .items()
                .get(0)
                .approval();
        if (yes) {
            itsm.as(voter).approvals().approve(approval);
        } else {
            itsm.as(voter).approvals().reject(approval, "still good");
        }
    }

    protected Asset retired() {
        return managed.retire(laptop().id(), EndUse.because("four years old"));
    }

    protected static AskDisposal recycling() {
        return AskDisposal.by(Disposal.Method.RECYCLING, "beyond repair").to("Green Metals");
    }

    protected void refusedBy(String guard, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThat(refused(TransitionRefused.class, "GUARD", work).failedGuards())
                .contains(guard);
    }
}
