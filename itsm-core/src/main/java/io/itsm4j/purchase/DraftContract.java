package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of drafting a contract, and of changing one; it replaces what there was.
 *
 * @param supplier the supplier's id
 * @param kind what it is about
 * @param title what it is called
 * @param from when it begins
 * @param until when it ends, or null when it has no end
 * @param renewal how it goes on then
 * @param price what it costs for its time, or null
 * @param currency the code of ISO 4217, with the price
 * @param covers what it covers
 * @param agreement the key of the underpinning contract with its targets, or null
 * @param documents where its papers are, by the host's references
 */
public record DraftContract(
        @Line(max = 36, required = true) @Nullable String supplier,
        @NotNull @Nullable ContractKind kind,
        @Line(max = 200, required = true) @Nullable String title,
        @NotNull @Nullable Instant from,
        @Nullable Instant until,
        @NotNull @Valid @Nullable Renewal renewal,
        @Nullable BigDecimal price,
        @Line(max = 3) @Nullable String currency,
        @Size(max = 500) List<@Valid Covered> covers,
        @Line(max = 60) @Nullable String agreement,
        @Size(max = 50) List<@Line(max = 500, required = true) String> documents) {

    /** Copies the lists. */
    public DraftContract {
        covers = List.copyOf(covers);
        documents = List.copyOf(documents);
    }

    /** A contract with a supplier that ends unless somebody renews it. */
    public static DraftContract with(@Nullable String supplier, @Nullable ContractKind kind, @Nullable String title) {
        return new DraftContract(
                supplier, kind, title, null, null, Renewal.MANUAL, null, null, List.of(), null, List.of());
    }

    /** The same for a time. */
    public DraftContract valid(@Nullable Instant begin, @Nullable Instant end) {
        return new DraftContract(
                supplier, kind, title, begin, end, renewal, price, currency, covers, agreement, documents);
    }

    /** The same, going on in a way. */
    public DraftContract renewed(@Nullable Renewal how) {
        return new DraftContract(
                supplier, kind, title, from, until, how, price, currency, covers, agreement, documents);
    }

    /** The same for a price. */
    public DraftContract at(@Nullable BigDecimal amount, @Nullable String inCurrency) {
        return new DraftContract(
                supplier, kind, title, from, until, renewal, amount, inCurrency, covers, agreement, documents);
    }

    /** The same, covering these. */
    public DraftContract covering(Covered... what) {
        return new DraftContract(
                supplier, kind, title, from, until, renewal, price, currency, List.of(what), agreement, documents);
    }

    /** The same, with the targets of an underpinning contract. */
    public DraftContract promising(@Nullable String key) {
        return new DraftContract(supplier, kind, title, from, until, renewal, price, currency, covers, key, documents);
    }

    /** The same with papers. */
    public DraftContract documented(String... references) {
        return new DraftContract(
                supplier, kind, title, from, until, renewal, price, currency, covers, agreement, List.of(references));
    }
}
