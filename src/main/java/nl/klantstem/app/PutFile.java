package nl.klantstem.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.ingest.ParsedReference;
import nl.klantstem.ingest.ReferenceParser;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.InputFile;
import nl.klantstem.replay.mapping.EventShape;
import nl.klantstem.replay.mapping.Mapping;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A file of reference data that has nothing wrong with it.
 *
 * @param facts by key
 * @param notices what is left out of it, though it is not wrong
 */
record PutFile(SortedMap<String, ReferenceFact> facts, List<String> notices) {

    /** What a line may say that is not the fact's. */
    private static final Set<String> BESIDES = Set.of("recordedAt");

    /** Reads a file; throws UserMistake with all that is wrong in it. */
    static PutFile read(Topic topic, Path path, @Nullable Mapping mapping) {
        if (mapping != null && mapping.stream() != topic) {
            throw new UserMistake("mapping " + mapping.file() + " is for "
                    + mapping.stream().shortName() + ", not for " + topic.shortName() + ": give another, or put that");
        }
        var reading = new Reading(topic, path.toString());
        if (mapping == null && startsWithArray(path)) {
            reading.array(path);
        } else {
            var file = new InputFile(path, path.toString(), topic, mapping);
            Imported.scan(List.of(file), Instant.now(), record -> reading.take(line(record.origin()), record.value()));
        }
        return reading.done();
    }

    private static int line(String origin) {
        return Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
    }

    private static boolean startsWithArray(Path path) {
        try (var in = Files.newInputStream(path)) {
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            return first == '[';
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UserMistake(path + " does not exist", e);
        } catch (IOException e) {
            throw new UserMistake(path + " cannot be read: " + UserMistake.why(e), e);
        }
    }

    /** The file while it is read. */
    private static final class Reading {
        private final Topic topic;
        private final String file;
        private final ReferenceParser parser = new ReferenceParser();
        private final Problems problems;
        private final SortedMap<String, ReferenceFact> facts = new TreeMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<String> notices = new ArrayList<>();
        private final Set<String> known;

        Reading(Topic topic, String file) {
            this.topic = topic;
            this.file = file;
            this.problems = new Problems(file);
            this.known = new TreeSet<>();
            EventShape.of(topic).keySet().forEach(path -> known.add(path.split("\\.", 2)[0]));
        }

        void take(int line, byte[] value) {
            ParsedReference parsed = parser.parse(topic, null, value);
            if (parsed instanceof ParsedReference.Rejected rejected) {
                String field = rejected.field();
                problems.add(line, field == null ? "" : field, Remedy.of(rejected.reason()));
            } else if (parsed instanceof ParsedReference.Accepted accepted) {
                accepted.ignored()
                        .forEach(field ->
                                problems.add(line, field, "is no value that is known: correct it, or leave it out"));
                String key = accepted.fact().key();
                @Nullable Integer before = lines.putIfAbsent(key, line);
                if (before != null) {
                    problems.add(line, "", key + " stands in line " + before + " too: keep one of them");
                }
                facts.put(key, accepted.fact());
                noticeUnknown(line, value);
            }
        }

        private void noticeUnknown(int line, byte[] value) {
            try {
                Json.MAPPER.readTree(value).fieldNames().forEachRemaining(name -> {
                    if (!known.contains(name) && !BESIDES.contains(name)) {
                        notices.add(file + ":" + line + ": unknown field '" + name + "' is left out"
                                + DidYouMean.hint(name, known));
                    }
                });
            } catch (IOException e) {
                throw new IllegalStateException("what was accepted must be readable", e);
            }
        }

        void array(Path path) {
            try (JsonParser json = Json.MAPPER.createParser(Files.readAllBytes(path))) {
                json.nextToken();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    int line = json.currentTokenLocation().getLineNr();
                    JsonNode element = json.readValueAsTree();
                    take(line, Json.MAPPER.writeValueAsBytes(element));
                }
            } catch (JsonProcessingException e) {
                problems.add(
                        e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                        "",
                        "is not JSON from here on: " + e.getOriginalMessage());
            } catch (IOException e) {
                throw new UserMistake(path + " cannot be read: " + UserMistake.why(e), e);
            }
        }

        PutFile done() {
            problems.throwIfAny();
            if (facts.isEmpty()) {
                throw new UserMistake(file + " holds nothing: there is no line in it");
            }
            return new PutFile(facts, notices);
        }
    }
}
