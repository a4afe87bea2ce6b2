package io.itsm4j.hosts.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the host's own. */
@Entity
@Table(name = "clinic_visit")
public class Visit {

    @Id
    private String patient = "";

    protected Visit() {}

    /** A visit of a patient. */
    public Visit(String patient) {
        this.patient = patient;
    }

    /** The patient. */
    public String patient() {
        return patient;
    }
}
