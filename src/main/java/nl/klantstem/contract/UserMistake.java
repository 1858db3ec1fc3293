package nl.klantstem.contract;

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
}
