package io.itsm4j.examples.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The log is not what it should be; the message says where and why. */
final class LogFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LogFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static LogFault unreadable(Path file, Throwable cause) {
        return new LogFault(file + " cannot be read: " + cause.getMessage(), cause);
    }

    static LogFault at(long line, String what) {
        return new LogFault("line " + line + ": " + what, null);
    }

    static LogFault at(long line, Column column, String what) {
        return new LogFault("line " + line + ", column " + column.title() + ": " + what, null);
    }
}
