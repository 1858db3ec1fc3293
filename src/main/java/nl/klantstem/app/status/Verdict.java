package nl.klantstem.app.status;

/** How it is, the worst last, and what the process ends with. */
enum Verdict {
    OK(0),
    DEGRADED(3),
    DOWN(4);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Not 1 and 2, which say that the command itself failed or was not understood. */
    int exitCode() {
        return exitCode;
    }
}
