package io.itsm4j.purchase;

import io.itsm4j.InvalidInput;
import io.itsm4j.InvalidInput.Fault;
import io.itsm4j.input.Money;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what somebody wants into the lines of a purchase, or says everything that is wrong with it. */
final class Planning {

    /** The most minor units of one price. */
    private static final BigDecimal PRICE = new BigDecimal("1000000000000");

    /** The most minor units of a purchase, so that every database can hold its total. */
    private static final BigDecimal TOTAL = new BigDecimal("1000000000000000000");

    private Planning() {}

    static Wanted of(Ledger ledger, ReceiptTargets targets, PlanPurchase input, @Nullable String proposal) {
        List<PurchaseLine> lines = lines(input.lines(), line -> refusals(ledger, targets, line));
        String supplier = input.supplier();
        if (supplier != null) {
            Suppliers.active(ledger, supplier);
        }
        Instant neededBy = input.neededBy();
        return new Wanted(
                lines,
                input.costCentre(),
                input.budget(),
                supplier,
                neededBy == null ? null : Draft.storable("neededBy", neededBy),
                input.reason(),
                proposal);
    }

    /**
     * What stands against receiving what is wanted.
     *
     * @throws InvalidInput naming every line that could not be received
     */
    static void check(Ledger ledger, ReceiptTargets targets, Wanted wanted) {
        List<Fault> faults = wanted.lines().stream()
                .flatMap(line -> refusals(ledger, targets, line).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static List<Fault> refusals(Ledger ledger, ReceiptTargets targets, PurchaseLine line) {
        String path = path(line.line() - 1);
        return line.kind() == LineKind.SERVICE
                ? List.of()
                : targets.check(ledger, line).stream()
                        .map(fault -> fault.of(path + "." + fault.field()))
                        .toList();
    }

    private static String path(int index) {
        return "lines[" + index + "]";
    }

    private static List<PurchaseLine> lines(List<WantedLine> wanted, Function<PurchaseLine, List<Fault>> refusals) {
        List<Fault> faults = new ArrayList<>();
        Set<String> currencies = new HashSet<>();
        List<PurchaseLine> lines = new ArrayList<>();
        BigDecimal minor = BigDecimal.ZERO;
        for (int i = 0; i < wanted.size(); i++) {
            WantedLine line = wanted.get(i);
            BigDecimal price = Objects.requireNonNull(line.unitPrice());
            String currency = Objects.requireNonNull(line.currency());
            if (checked(faults, path(i), line, price, currency)) {
                currencies.add(currency);
                Money unit = Money.of(price, currency);
                minor = minor.add(BigDecimal.valueOf(unit.minor()).multiply(BigDecimal.valueOf(line.quantity())));
                PurchaseLine planned = new PurchaseLine(
                        i + 1,
                        Objects.requireNonNull(line.kind()),
                        line.item(),
                        Objects.requireNonNull(line.description()),
                        line.quantity(),
                        unit,
                        line.tolerancePercent());
                faults.addAll(refusals.apply(planned));
                lines.add(planned);
            }
        }
        if (currencies.size() > 1) {
            faults.add(new Fault(
                    "lines",
                    "CURRENCY_MIXED",
                    Map.of("currencies", currencies.stream().sorted().toList())));
        }
        if (minor.compareTo(TOTAL) > 0) {
            faults.add(new Fault("lines", "OUT_OF_LIMIT", Map.of("limit", TOTAL.toPlainString())));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return lines;
    }

    private static boolean checked(
            List<Fault> faults, String path, WantedLine line, BigDecimal price, String currency) {
        int before = faults.size();
        check(faults, path, path + ".unitPrice", price, currency);
        if (line.kind() != LineKind.SERVICE && isMissing(line.item())) {
            faults.add(new Fault(path + ".item", "REQUIRED"));
        }
        return faults.size() == before;
    }

    private static boolean isMissing(@Nullable String item) {
        return item == null || item.isBlank();
    }

    private static void check(List<Fault> faults, String path, String field, BigDecimal price, String currency) {
        Integer digits = Money.digits(currency).orElse(null);
        boolean fits = price.signum() >= 0
                && price.precision() <= 40
                && Math.abs((long) price.scale()) <= 40
                && (digits == null || price.movePointRight(digits).compareTo(PRICE) <= 0);
        if (digits == null) {
            faults.add(
                    new Fault(path.isEmpty() ? "currency" : path + ".currency", "UNKNOWN", Map.of("value", currency)));
        } else if (!fits) {
            String most = PRICE.movePointLeft(digits).toPlainString();
            faults.add(new Fault(field, "OUT_OF_LIMIT", Map.of("limit", "0 to " + most)));
        } else if (price.stripTrailingZeros().scale() > digits) {
            faults.add(new Fault(field, "PRICE_DIGITS", Map.of("currency", currency, "limit", digits)));
        }
    }

    /** A price that can be paid. */
    static Money price(String field, BigDecimal amount, String currency) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "", field, amount, currency);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return Money.of(amount, currency);
    }

    /** A name as it is compared. */
    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
