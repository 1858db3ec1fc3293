package nl.klantstem.expose.page;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language the page is written in. */
enum Language {
    EN,
    NL;

    /** As it is written in HTML and addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that was asked for, else the one that the browser likes best, else English. */
    static Language of(@Nullable String asked, @Nullable String accepted) {
        for (var language : values()) {
            if (language.code().equalsIgnoreCase(asked)) {
                return language;
            }
        }
        return accepted == null ? EN : liked(accepted);
    }

    private static Language liked(String accepted) {
        try {
            @Nullable
            Locale liked = Locale.lookup(
                    LanguageRange.parse(accepted), List.of(Locale.forLanguageTag("nl"), Locale.forLanguageTag("en")));
            return liked != null && liked.getLanguage().equals("nl") ? NL : EN;
        } catch (IllegalArgumentException notALanguage) {
            return EN;
        }
    }
}
