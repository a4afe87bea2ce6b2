package io.itsm4j.asset;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.MANAGER;
import static io.itsm4j.asset.AssetRules.DISPOSAL_IS_APPROVED;
import static io.itsm4j.asset.AssetRules.DISPOSAL_IS_AS_APPROVED;
import static io.itsm4j.asset.AssetRules.DISPOSER_IS_NOT_SOLE_APPROVER;
import static io.itsm4j.asset.AssetRules.HAS_A_HOLDER;
import static io.itsm4j.asset.AssetRules.IS_BY_ITSELF_OR_WITH_ITS_MAIN_ASSET;
import static io.itsm4j.asset.AssetRules.LOAN_ENDS_LATER;
import static io.itsm4j.asset.AssetRules.LOST_IS_WRITTEN_OFF;
import static io.itsm4j.asset.AssetRules.NO_DISPOSAL_IS_ASKED_FOR;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.Transition;
import java.util.Set;
import java.util.stream.Collectors;

/** The life of an asset, as a table. */
public final class AssetLifecycle {

    /** Answers for what is owned: retires it and gets rid of it. */
    public static final Role ASSET_MANAGER = Role.of("ASSET_MANAGER");

    public static final State ON_ORDER = State.of("ON_ORDER", StateCategory.NEW);
    public static final State IN_STOCK = State.of("IN_STOCK", StateCategory.ACTIVE);
    public static final State IN_USE = State.of("IN_USE", StateCategory.ACTIVE);
    public static final State ON_LOAN = State.of("ON_LOAN", StateCategory.ACTIVE);
    public static final State IN_REPAIR = State.of("IN_REPAIR", StateCategory.PENDING);
    public static final State IDLE = State.of("IDLE", StateCategory.ACTIVE);
    public static final State RETIRED = State.of("RETIRED", StateCategory.CLOSED);
    public static final State DISPOSED = State.of("DISPOSED", StateCategory.CLOSED);
    public static final State LOST = State.of("LOST", StateCategory.CLOSED);

    public static final Action REGISTER = Action.of("register");
    public static final Action RECEIVE = Action.of("receive");
    public static final Action HAND_OUT = Action.of("hand-out");
    public static final Action REASSIGN = Action.of("reassign");
    public static final Action TRANSFER = Action.of("transfer");
    public static final Action TAKE_BACK = Action.of("take-back");
    public static final Action LEND = Action.of("lend");
    public static final Action EXTEND_LOAN = Action.of("extend-loan");
    public static final Action RETURN_LOAN = Action.of("return-loan");
    public static final Action SEND_TO_REPAIR = Action.of("send-to-repair");
    /** What ends a repair; one of the two that follow, as the asset was held or not. */
    public static final Action END_REPAIR = Action.of("end-repair");

    public static final Action BACK_TO_HOLDER = Action.of("back-to-holder");
    public static final Action BACK_INTO_STOCK = Action.of("back-into-stock");
    public static final Action SET_IDLE = Action.of("set-idle");
    public static final Action REPORT_LOST = Action.of("report-lost");
    public static final Action RECOVER = Action.of("recover");
    public static final Action RETIRE = Action.of("retire");
    public static final Action REINSTATE = Action.of("reinstate");
    public static final Action ASK_DISPOSAL = Action.of("ask-disposal");
    public static final Action WITHDRAW_DISPOSAL = Action.of("withdraw-disposal");
    public static final Action DISPOSE = Action.of("dispose");
    public static final Action UPDATE = Action.of("update");
    public static final Action ATTACH = Action.of("attach");
    public static final Action DETACH = Action.of("detach");

    private static final Role[] KEEPERS = {AGENT, MANAGER, ASSET_MANAGER};
    private static final Role[] MANAGERS = {MANAGER, ASSET_MANAGER};

    private static final Lifecycle<AssetStep> TABLE = table();

    private AssetLifecycle() {}

    // spotless:off
    private static Lifecycle<AssetStep> table() {
        return Lifecycle.<AssetStep>named("asset").version(1).initial(ON_ORDER)
            .states(ON_ORDER, IN_STOCK, IN_USE, ON_LOAN, IN_REPAIR, IDLE, RETIRED, DISPOSED, LOST)
            .transition(RECEIVE).from(ON_ORDER).to(IN_STOCK).by(KEEPERS)
            .transition(HAND_OUT).from(IN_STOCK, IDLE).to(IN_USE).by(KEEPERS).guardedBy(HAS_A_HOLDER)
            .transition(TAKE_BACK).from(IN_USE).to(IN_STOCK).by(KEEPERS)
            .transition(LEND).from(IN_STOCK, IDLE).to(ON_LOAN).by(KEEPERS).guardedBy(LOAN_ENDS_LATER)
            .transition(RETURN_LOAN).from(ON_LOAN).to(IN_STOCK).by(KEEPERS)
            .transition(SEND_TO_REPAIR).from(IN_STOCK, IN_USE, IDLE).to(IN_REPAIR).by(KEEPERS)
            .transition(BACK_TO_HOLDER).from(IN_REPAIR).to(IN_USE).by(KEEPERS).guardedBy(HAS_A_HOLDER)
            .transition(BACK_INTO_STOCK).from(IN_REPAIR).to(IN_STOCK).by(KEEPERS)
            .transition(SET_IDLE).from(IN_STOCK, IN_USE).to(IDLE).by(KEEPERS)
            .transition(REPORT_LOST).from(IN_STOCK, IN_USE, ON_LOAN, IN_REPAIR, IDLE, RETIRED).to(LOST).by(KEEPERS)
                .guardedBy(NO_DISPOSAL_IS_ASKED_FOR)
            .transition(RECOVER).from(LOST).to(IN_STOCK).by(KEEPERS).guardedBy(NO_DISPOSAL_IS_ASKED_FOR)
            .transition(RETIRE).from(ON_ORDER, IN_STOCK, IN_USE, IN_REPAIR, IDLE).to(RETIRED).by(MANAGERS)
            .transition(REINSTATE).from(RETIRED).to(IN_STOCK).by(MANAGERS).guardedBy(NO_DISPOSAL_IS_ASKED_FOR)
            .transition(DISPOSE).from(RETIRED, LOST).to(DISPOSED).by(MANAGERS)
                .guardedBy(DISPOSAL_IS_APPROVED, DISPOSAL_IS_AS_APPROVED, DISPOSER_IS_NOT_SOLE_APPROVER)
            .stay(ASK_DISPOSAL).in(RETIRED, LOST).by(MANAGERS)
                .guardedBy(NO_DISPOSAL_IS_ASKED_FOR, IS_BY_ITSELF_OR_WITH_ITS_MAIN_ASSET, LOST_IS_WRITTEN_OFF)
            .stay(WITHDRAW_DISPOSAL).in(RETIRED, LOST).by(MANAGERS)
            .stay(REASSIGN).in(IN_USE).by(KEEPERS).guardedBy(HAS_A_HOLDER)
            .stay(TRANSFER).in(IN_STOCK, IN_USE, ON_LOAN, IN_REPAIR, IDLE, RETIRED).by(KEEPERS)
            .stay(EXTEND_LOAN).in(ON_LOAN).by(KEEPERS).guardedBy(LOAN_ENDS_LATER)
            .stay(UPDATE).in(ON_ORDER, IN_STOCK, IN_USE, ON_LOAN, IN_REPAIR, IDLE, RETIRED, LOST).by(KEEPERS)
            .stay(ATTACH).in(ON_ORDER, IN_STOCK, IN_USE, ON_LOAN, IN_REPAIR, IDLE).by(KEEPERS)
            .stay(DETACH).in(ON_ORDER, IN_STOCK, IN_USE, ON_LOAN, IN_REPAIR, IDLE, RETIRED, LOST).by(KEEPERS)
            .build();
    }
    // spotless:on

    /** The table. */
    public static Lifecycle<AssetStep> lifecycle() {
        return TABLE;
    }

    /** Who may carry an action out in one state or another. */
    static Set<Role> whoMay(Action action) {
        return TABLE.transitions().stream()
                .filter(row -> row.action().equals(action))
                .map(Transition::whoMay)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
