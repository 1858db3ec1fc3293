package nl.klantstem.contract;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend: the message names the file, line or field and the remedy, and is printed as it is, without
 * a stack trace.
 */
public final class UserMistake extends RuntimeException {

    public UserMistake(String message) {
        super(message);
    }

    public UserMistake(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why a file cannot be used: Java's own message is often the file's name alone. */
    public static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        @Nullable String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
