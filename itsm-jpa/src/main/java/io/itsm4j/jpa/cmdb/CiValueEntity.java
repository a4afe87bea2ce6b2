package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.Micros;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One value of an attribute of many values, indexed by its plain type. */
@Entity(name = "ItsmCiValue")
@Table(name = "itsm_ci_value")
@IdClass(CiValueEntity.Key.class)
@Cacheable(false)
class CiValueEntity {

    @Id
    @Column(name = "ci_id", nullable = false, length = 36)
    String ci = "";

    @Id
    @Column(name = "digest", nullable = false, length = 32)
    String digest = "";

    @Column(name = "value_name", nullable = false, length = 80)
    String name = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "text_value", length = 2000)
    @Nullable String textValue;

    @Column(name = "number_value")
    @Nullable Long numberValue;

    @Column(name = "time_value")
    @Nullable Long timeValue;

    @Column(name = "flag_value")
    @Nullable Boolean flagValue;

    CiValueEntity() {}

    static CiValueEntity of(String owner, String tenant, String name, String digest, Object value) {
        CiValueEntity row = new CiValueEntity();
        row.setCi(owner);
        row.setTenant(tenant);
        row.setName(name);
        row.setDigest(digest);
        if (value instanceof String text) {
            row.setTextValue(text);
        } else if (value instanceof Long number) {
            row.setNumberValue(number);
        } else if (value instanceof Instant time) {
            row.setTimeValue(Micros.of(time));
        } else {
            row.setFlagValue((Boolean) value);
        }
        return row;
    }

    public String getCi() {
        return ci;
    }

    public void setCi(String ci) {
        this.ci = ci;
    }

    public String getDigest() {
        return digest;
    }

    public void setDigest(String digest) {
        this.digest = digest;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public @Nullable String getTextValue() {
        return textValue;
    }

    public void setTextValue(@Nullable String textValue) {
        this.textValue = textValue;
    }

    public @Nullable Long getNumberValue() {
        return numberValue;
    }

    public void setNumberValue(@Nullable Long numberValue) {
        this.numberValue = numberValue;
    }

    public @Nullable Long getTimeValue() {
        return timeValue;
    }

    public void setTimeValue(@Nullable Long timeValue) {
        this.timeValue = timeValue;
    }

    public @Nullable Boolean getFlagValue() {
        return flagValue;
    }

    public void setFlagValue(@Nullable Boolean flagValue) {
        this.flagValue = flagValue;
    }

    /** The primary key; the digest stands for name and value, which makes the values of a name a set. */
    record Key(String ci, String digest) {}
}
