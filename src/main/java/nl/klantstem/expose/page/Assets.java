package nl.klantstem.expose.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page that are the same for all: read once, from the jar. */
final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private static final String FRAME = "frame.html";

    private Assets() {}

    /** The answer for a file by its name; null when there is none. */
    static @Nullable Reply reply(String name) {
        @Nullable String type = TYPES.get(name);
        return type == null ? null : Reply.of(type, text(name)).tagged();
    }

    static String frame() {
        return text(FRAME);
    }

    /** Changes whenever a page that is open somewhere should be loaded anew. */
    static String build() {
        return Reply.tag((text(FRAME) + text("page.css") + text("page.js")).getBytes(StandardCharsets.UTF_8));
    }

    static String text(String name) {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String name) {
        @Nullable InputStream in = Assets.class.getResourceAsStream("/page/" + name);
        if (in == null) {
            throw new IllegalStateException("/page/" + name + " is not in the jar");
        }
        return in;
    }
}
