package nl.klantstem.house.dashboards;

/** What is said, in each language. */
record Words(String en, String nl) {

    static Words words(String en, String nl) {
        return new Words(en, nl);
    }

    /** The same in all languages: a name, or what Prometheus fills in. */
    static Words same(String text) {
        return new Words(text, text);
    }

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case NL -> nl;
        };
    }
}
