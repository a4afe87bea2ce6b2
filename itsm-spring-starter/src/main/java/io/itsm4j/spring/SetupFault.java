package io.itsm4j.spring;

/** The application cannot be put together; says what to do about it. */
final class SetupFault extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    SetupFault(String description, String mend) {
        super(description);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
