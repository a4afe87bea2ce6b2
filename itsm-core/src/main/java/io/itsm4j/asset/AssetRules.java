package io.itsm4j.asset;

import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.lifecycle.Guard;
import java.util.Set;

/** The rules of an asset's life. */
final class AssetRules {

    static final Guard<AssetStep> HAS_A_HOLDER = Guard.named(
            "HAS_A_HOLDER",
            "a person or a unit has what is in use",
            step -> step.after().place().holder() != null
                    || step.after().place().unit() != null);

    static final Guard<AssetStep> LOAN_ENDS_LATER =
            Guard.named("LOAN_ENDS_LATER", "a loan ends at a later time", step -> {
                Loan loan = step.after().loan();
                return loan != null && loan.until().isAfter(step.now());
            });

    static final Guard<AssetStep> NO_DISPOSAL_IS_ASKED_FOR = Guard.named(
            "NO_DISPOSAL_IS_ASKED_FOR",
            "its disposal was asked for; withdraw that first",
            step -> step.before().disposal() == null);

    static final Guard<AssetStep> IS_BY_ITSELF_OR_WITH_ITS_MAIN_ASSET = Guard.named(
            "IS_BY_ITSELF_OR_WITH_ITS_MAIN_ASSET",
            "it is an accessory; detach it, or let it go with its main asset",
            step -> !step.before().isAccessory());

    static final Guard<AssetStep> LOST_IS_WRITTEN_OFF =
            Guard.named("LOST_IS_WRITTEN_OFF", "what is lost can only be written off", step -> {
                Disposal asked = step.after().disposal();
                return !step.before().state().equals(AssetLifecycle.LOST)
                        || asked != null && asked.method() == Disposal.Method.WRITE_OFF;
            });

    static final Guard<AssetStep> DISPOSAL_IS_APPROVED =
            Guard.named("DISPOSAL_IS_APPROVED", "its disposal has not been approved", step -> {
                Disposal asked = step.approved().disposal();
                return asked != null && asked.isApproved();
            });

    static final Guard<AssetStep> DISPOSAL_IS_AS_APPROVED = Guard.named(
            "DISPOSAL_IS_AS_APPROVED", "it is no longer what was approved; ask again", AssetStep::asApproved);

    static final Guard<AssetStep> DISPOSER_IS_NOT_SOLE_APPROVER = Guard.named(
            "DISPOSER_IS_NOT_SOLE_APPROVER", "whoever disposes of it must not be its only approver", step -> {
                Disposal asked = step.approved().disposal();
                ApprovalMark mark = asked == null ? null : asked.approval();
                return mark != null && mark.isIndependentOf(Set.of(step.actor()));
            });

    private AssetRules() {}
}
