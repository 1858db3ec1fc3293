package nl.klantstem.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;

/** The catalogue as a YAML file, a document per version, oldest first: read and checked as a whole before anything runs. */
public final class CatalogueFile {

    private static final String STARTER = "/catalogue/starter.yaml";

    private CatalogueFile() {}

    /** The catalogue in a file; throws UserMistake that lists all that is wrong with it. */
    public static Catalogue load(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UserMistake("catalogue " + file + " does not exist", e);
        } catch (MalformedInputException e) {
            throw new UserMistake("catalogue " + file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UserMistake("catalogue " + file + " cannot be read: " + UserMistake.why(e), e);
        }
    }

    /** The catalogue that comes with the product. */
    public static Catalogue starter() {
        try (InputStream starter = CatalogueFile.class.getResourceAsStream(STARTER)) {
            if (starter == null) {
                throw new IllegalStateException(STARTER + " is not in the jar");
            }
            return parse("starter.yaml", new String(starter.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue in a text; the file's name is for messages. */
    static Catalogue parse(String file, String text) {
        var documents = Yaml.documents(file, text);
        if (documents.isEmpty()) {
            throw new UserMistake("catalogue " + file + " is empty: it needs at least one version");
        }
        var problems = new Problems(file);
        var versions = new ArrayList<CatalogueVersion>();
        for (int i = 0; i < documents.size(); i++) {
            versions.add(new CatalogueReader(Section.of(documents.get(i), "", problems), i == 0).read());
        }
        checkOrder(versions, documents, problems);
        problems.throwIfAny();
        return new Catalogue(versions);
    }

    private static void checkOrder(List<CatalogueVersion> versions, List<Yaml> documents, Problems problems) {
        var names = new HashSet<String>();
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            int line = documents.get(i).line();
            if (!names.add(version.version())) {
                problems.add(
                        line, "version", "'" + version.version() + "' is there already: give each version its own");
            }
            if (i == 0) {
                continue;
            }
            var before = versions.get(i - 1);
            if (!before.effectiveFrom().isBefore(version.effectiveFrom())) {
                problems.add(
                        line,
                        "effectiveFrom",
                        version.effectiveFrom() + " of version '" + version.version() + "' is not after "
                                + before.effectiveFrom() + " of version '" + before.version()
                                + "': oldest comes first");
            }
            if (!before.zone().equals(version.zone())) {
                problems.add(
                        line,
                        "zone",
                        version.zone() + " differs from version '" + before.version()
                                + "': days begin at the same time in every version; load the history under another prefix");
            }
            if (!before.windows().equals(version.windows())) {
                problems.add(
                        line,
                        "windows",
                        "differ from version '" + before.version()
                                + "': windows are the same in every version; load the history under another prefix");
            }
        }
    }
}
