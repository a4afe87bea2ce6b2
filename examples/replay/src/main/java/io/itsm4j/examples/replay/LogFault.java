package io.itsm4j.examples.replay;

import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The log is not what it should be; the message says where and why. */
final class LogFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LogFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static LogFault unreadable(Path file, Throwable cause) {
        Throwable inner = cause.getCause();
        String why = inner == null ? said(cause) : said(cause) + ": " + said(inner);
        return new LogFault(file + " cannot be read: " + why, cause);
    }

    private static String said(Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        return cause instanceof NoSuchFileException ? "there is no such file" : String.valueOf(cause.getMessage());
    }

    static LogFault at(long line, String what) {
        return new LogFault("line " + line + ": " + what, null);
    }

    static LogFault at(long line, Column column, String what) {
        return new LogFault("line " + line + ", column " + column.title() + ": " + what, null);
    }
}
