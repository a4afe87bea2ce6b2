package io.itsm4j.purchase;

import io.itsm4j.InvalidInput;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.PolicyForm;
import io.itsm4j.input.Money;
import io.itsm4j.ticket.DefinitionForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Spending limits in the form of stored definitions. */
final class SpendingForm {

    static final DefinitionForm<SpendingLimits> FORM =
            new DefinitionForm<>("spending-limits", SpendingForm::write, SpendingForm::read);

    private SpendingForm() {}

    static Map<String, Object> write(SpendingLimits limits) {
        return Map.of(
                "currency",
                limits.currency(),
                "bands",
                limits.bands().stream().map(SpendingForm::write).toList());
    }

    private static Map<String, Object> write(SpendingBand band) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("from", band.from().amount().toPlainString());
        ApprovalPolicy approval = band.approval();
        if (approval != null) {
            data.put("approval", PolicyForm.write(approval));
        }
        return data;
    }

    static SpendingLimits read(Map<String, ?> data) {
        try {
            String currency = (String) Objects.requireNonNull(data.get("currency"));
            List<?> bands = (List<?>) Objects.requireNonNull(data.get("bands"));
            return new SpendingLimits(
                    currency,
                    bands.stream().map(band -> band((Map<?, ?>) band, currency)).toList());
        } catch (IllegalArgumentException | ArithmeticException | ClassCastException | NullPointerException wrong) {
            throw new InvalidInput("limits", "INVALID", Map.of("cause", String.valueOf(wrong.getMessage())));
        }
    }

    @SuppressWarnings("unchecked")
    private static SpendingBand band(Map<?, ?> data, String currency) {
        Money from = Money.of(new BigDecimal((String) Objects.requireNonNull(data.get("from"))), currency);
        Object approval = data.get("approval");
        return new SpendingBand(from, approval == null ? null : PolicyForm.read((Map<String, ?>) approval));
    }
}
