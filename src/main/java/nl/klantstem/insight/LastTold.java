package nl.klantstem.insight;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** What was told last of each key, as the mark of its content: the same is not told twice, also after a restart. */
public final class LastTold {

    private final String prefix;
    private final Map<String, Long> marks = new HashMap<>();
    private final Set<String> dirty = new HashSet<>();

    /** As it is stored under a name that ends with a slash. */
    public LastTold(String prefix, Blocks blocks) {
        this.prefix = prefix;
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                marks.put(name.substring(prefix.length()), new BinaryReader(bytes).number());
            }
        });
    }

    /** Whether this was not what was told of the key last; from now on it is. It must not hold the time of telling. */
    public boolean isNews(String key, Object content) {
        long mark = mark(Json.bytes(content));
        @Nullable Long before = marks.put(key, mark);
        boolean news = before == null || before != mark;
        if (news) {
            dirty.add(key);
        }
        return news;
    }

    /** Nothing more will be told of a key, or what comes is news whatever it is. True when something had been told. */
    public boolean forget(String key) {
        boolean told = marks.remove(key) != null;
        if (told) {
            dirty.add(key);
        }
        return told;
    }

    public void flush(Blocks blocks) {
        for (String key : dirty) {
            @Nullable Long mark = marks.get(key);
            blocks.put(
                    prefix + key,
                    mark == null ? null : new BinaryWriter().number(mark).toBytes());
        }
        dirty.clear();
    }

    private static long mark(byte[] content) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
