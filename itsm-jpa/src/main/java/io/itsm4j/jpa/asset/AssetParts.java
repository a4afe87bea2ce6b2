package io.itsm4j.jpa.asset;

import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.asset.AssetTerms;
import io.itsm4j.asset.Belonging;
import io.itsm4j.asset.Disposal;
import io.itsm4j.asset.DisposalForm;
import io.itsm4j.asset.Loan;
import io.itsm4j.asset.Notices;
import io.itsm4j.asset.Repair;
import io.itsm4j.input.Money;
import io.itsm4j.jpa.mapping.Conversions;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.Due;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parts of an asset that its row holds in several columns, or none. */
final class AssetParts {

    private AssetParts() {}

    static String searchText(Asset asset) {
        return String.valueOf(AssetAttributes.SEARCH_TEXT.read(asset));
    }

    static @Nullable String tagKey(Asset asset) {
        return (String) AssetAttributes.TAG_KEY.read(asset);
    }

    static @Nullable String serialKey(Asset asset) {
        return (String) AssetAttributes.SERIAL_KEY.read(asset);
    }

    static AssetTerms terms(AssetEntity row) {
        Long minor = row.getPriceMinor();
        String currency = row.getCurrency();
        return new AssetTerms(
                row.getCostCentre(),
                minor == null || currency == null ? null : Money.of(minor, currency),
                row.getSupplier(),
                row.getPurchase(),
                row.getReceipt(),
                unlessNever(row.getWarrantyUntil()),
                row.getContract(),
                unlessNever(row.getContractUntil()));
    }

    static State state(AssetEntity row) {
        return State.of(row.getState(), StateCategory.valueOf(row.getStateCategory()));
    }

    static @Nullable Belonging belonging(AssetEntity row) {
        Long since = row.getAttachedAt();
        String main = row.getMain();
        return main == null || since == null ? null : new Belonging(main, Micros.instant(since), row.isOriginal());
    }

    static @Nullable Loan loan(AssetEntity row) {
        Long since = row.getLentAt();
        return since == null
                ? null
                : new Loan(
                        Micros.instant(since),
                        Micros.instant(row.getLoanUntil()),
                        Conversions.instant(row.getLoanReminderAt()));
    }

    static @Nullable Repair repair(AssetEntity row) {
        Long since = row.getRepairAt();
        return since == null ? null : new Repair(Micros.instant(since), row.getRepairTicket(), row.getRepairBy());
    }

    static Notices notices(AssetEntity row) {
        return new Notices(Conversions.instant(row.getWarrantyNotice()), Conversions.instant(row.getContractNotice()));
    }

    static @Nullable String disposal(@Nullable Disposal disposal) {
        return disposal == null ? null : Json.write(DisposalForm.write(disposal));
    }

    static @Nullable Disposal disposal(@Nullable String json) {
        return json == null ? null : DisposalForm.read(Json.map(json));
    }

    static boolean isOriginal(@Nullable Belonging belonging) {
        return belonging != null && belonging.original();
    }

    static long loanUntil(@Nullable Loan loan) {
        return orNever(loan == null ? null : loan.until());
    }

    /** What has no end sorts last. */
    static long orNever(@Nullable Instant end) {
        return Micros.of(end == null ? Due.NEVER : end);
    }

    static @Nullable Instant unlessNever(long micros) {
        Instant end = Micros.instant(micros);
        return end.equals(Due.NEVER) ? null : end;
    }
}
