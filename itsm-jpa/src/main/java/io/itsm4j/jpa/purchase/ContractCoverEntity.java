package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One thing that a contract covers. */
@Entity(name = "ItsmContractCover")
@Table(name = "itsm_contract_cover")
@Cacheable(false)
class ContractCoverEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "contract_id", nullable = false, length = 36)
    String contract = "";

    @Column(name = "cover_kind", nullable = false, length = 20)
    String coverKind = "";

    @Column(name = "reference", nullable = false, length = 200)
    String reference = "";

    ContractCoverEntity() {}

    @Override
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    @Override
    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getCoverKind() {
        return coverKind;
    }

    public void setCoverKind(String coverKind) {
        this.coverKind = coverKind;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
