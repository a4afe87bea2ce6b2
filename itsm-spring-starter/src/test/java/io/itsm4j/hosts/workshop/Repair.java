package io.itsm4j.hosts.workshop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the host's own. */
@Entity
@Table(name = "workshop_repair")
public class Repair {

    @Id
    private String plate = "";

    protected Repair() {}

    /** A repair of a car. */
    public Repair(String plate) {
        this.plate = plate;
    }

    /** The car. */
    public String plate() {
        return plate;
    }
}
