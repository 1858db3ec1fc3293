package nl.klantstem.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.mapping.Mapping;

/** A mapping as a YAML file: read and checked as a whole before anything runs. */
final class MappingFile {

    private MappingFile() {}

    /** The mapping in a file; throws UserMistake that lists all that is wrong with it. */
    static Mapping load(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UserMistake("mapping " + file + " does not exist", e);
        } catch (MalformedInputException e) {
            throw new UserMistake("mapping " + file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UserMistake("mapping " + file + " cannot be read: " + UserMistake.why(e), e);
        }
    }

    static Mapping parse(String file, String text) {
        var documents = Yaml.documents(file, text);
        if (documents.size() != 1) {
            throw new UserMistake("mapping " + file + " holds " + documents.size()
                    + " documents: a mapping is one, for one form of file");
        }
        var problems = new Problems(file);
        var mapping = new MappingReader(file, Section.of(documents.get(0), "", problems)).read();
        problems.throwIfAny();
        return mapping;
    }
}
