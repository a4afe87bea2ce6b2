package io.itsm4j.examples.replay;

/** An option that does not exist or has a wrong value. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
