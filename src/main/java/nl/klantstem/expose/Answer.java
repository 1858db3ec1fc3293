package nl.klantstem.expose;

/** What goes back for a request. */
record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer sentence(int status, String sentence) {
        return new Answer(status, TEXT, sentence + "\n");
    }
}
