package nl.klantstem.expose.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The words of the page in one language; {0}, {1} stand for what is filled in. */
final class Words {

    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Words(language));
        }
    }

    private final Language language;
    private final Properties words = new Properties();

    private Words(Language language) {
        this.language = language;
        try (var in = new InputStreamReader(
                Assets.open("words." + language.code() + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    Language language() {
        return language;
    }

    /** The words under a key, with what is filled in; throws IllegalStateException when there are none. */
    String say(String key, Object... filled) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for '" + key + "' in " + language);
        }
        for (int i = 0; i < filled.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(filled[i]));
        }
        return text;
    }

    /** The words of a constant: {@code status.TOO_FEW}. */
    String say(String family, Enum<?> constant) {
        return say(family + "." + constant.name());
    }

    /** The words under a key if there are any, else what is given: for names that come from a catalogue. */
    String sayOr(String key, String otherwise) {
        return words.getProperty(key, otherwise);
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
