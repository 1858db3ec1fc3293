package nl.klantstem.app;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.UserMistake;

/** All that is wrong with a file, gathered to be told at once, each with its line, its field and the remedy. */
final class Problems {

    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** Notes a mistake at a line; field is the path to the value, such as journeys[2].phase. */
    void add(int line, String field, String message) {
        problems.add(new Problem(line, file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + message));
    }

    List<String> list() {
        return problems.stream()
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .map(Problem::text)
                .toList();
    }

    /** Throws a UserMistake with all of them, by line. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new UserMistake(String.join(System.lineSeparator(), list()));
        }
    }
}
