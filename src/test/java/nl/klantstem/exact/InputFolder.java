package nl.klantstem.exact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes lines as the files that a replay reads, one per stream. */
record InputFolder(Path folder) {

    static InputFolder of(Path folder, List<Line> lines) {
        try {
            Files.createDirectories(folder);
            for (String stream : MessyStream.STREAMS) {
                Files.write(
                        folder.resolve(stream + ".jsonl"),
                        lines.stream()
                                .filter(line -> line.stream().equals(stream))
                                .map(Line::text)
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InputFolder(folder);
    }

    List<Path> files() {
        return MessyStream.STREAMS.stream()
                .map(stream -> folder.resolve(stream + ".jsonl"))
                .toList();
    }

    /** The arguments of a replay of these files. */
    String[] replay(Path out, String... options) {
        var args = new ArrayList<>(List.of("replay", "--out", out.toString()));
        args.addAll(List.of(options));
        files().forEach(file -> args.add(file.toString()));
        return args.toArray(String[]::new);
    }
}
