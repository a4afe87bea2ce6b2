package io.itsm4j.spring;

/** Classes of Spring Boot that lie elsewhere in Boot 4 than in Boot 3. */
final class BootNames {

    static final String HIBERNATE_4 = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";
    static final String HIBERNATE_3 = "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration";

    static final String SCANNED_4 = "org.springframework.boot.persistence.autoconfigure.EntityScanPackages";
    static final String SCANNED_3 = "org.springframework.boot.autoconfigure.domain.EntityScanPackages";

    private BootNames() {}
}
