package io.itsm4j.purchase;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;

/**
 * One thing that a contract covers, so that its contracts are found from it.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param contract the contract
 * @param kind what it is
 * @param reference its id or key
 */
public record ContractCover(String id, TenantId tenant, String contract, Covered.Kind kind, String reference) {

    public static final Attribute<ContractCover, String> ID = Attribute.text("id", ContractCover::id);

    public static final Attribute<ContractCover, String> CONTRACT = Attribute.text("contract", ContractCover::contract);

    public static final Attribute<ContractCover, Covered.Kind> KIND_OF =
            Attribute.text("kind", ContractCover::kind, Covered.Kind::name);

    public static final Attribute<ContractCover, String> REFERENCE =
            Attribute.text("reference", ContractCover::reference);

    public static final RecordKind<ContractCover> KIND = RecordKind.of(
                    "contract-cover", ContractCover.class, ContractCover::id, ContractCover::tenant)
            .with(ID, KIND_OF)
            .lookup(CONTRACT, REFERENCE);

    Covered covered() {
        return new Covered(kind, reference);
    }
}
