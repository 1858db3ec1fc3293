package nl.klantstem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Json;

/** A report of a command as a JSON file in a folder of the user. */
public final class ReportFile {

    private ReportFile() {}

    /** Writes it, making the folder where it is not there, and returns the file. */
    public static Path write(Path folder, String name, Object report) {
        try {
            Path file = Files.createDirectories(folder).resolve(name);
            Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
            return file;
        } catch (IOException e) {
            throw new UserMistake("cannot write " + name + " in " + folder + ": " + UserMistake.why(e), e);
        }
    }
}
