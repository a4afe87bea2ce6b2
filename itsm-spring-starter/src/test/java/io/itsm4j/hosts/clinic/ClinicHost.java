package io.itsm4j.hosts.clinic;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** The application. */
@SpringBootApplication
@EntityScan(basePackageClasses = ClinicHost.class)
public class ClinicHost {}
