package nl.klantstem.replay;

import java.nio.file.Path;
import nl.klantstem.replay.mapping.Mapping;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A file to import: in our own form, or in a foreign one with its mapping. {@code name} stands in messages and origins. */
public record InputFile(
        Path path, String name, Topic topic, @Nullable Mapping mapping) {}
