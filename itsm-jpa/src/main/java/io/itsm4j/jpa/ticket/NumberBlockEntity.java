package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The next free human number of a prefix. */
@Entity(name = "ItsmNumberBlock")
@Table(name = "itsm_number_block")
@Cacheable(false)
class NumberBlockEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 110)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "prefix", nullable = false, length = 40)
    String prefix = "";

    @Column(name = "next_number", nullable = false)
    long next;

    NumberBlockEntity() {}

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

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public long getNext() {
        return next;
    }

    public void setNext(long next) {
        this.next = next;
    }
}
