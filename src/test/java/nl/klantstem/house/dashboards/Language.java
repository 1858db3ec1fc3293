package nl.klantstem.house.dashboards;

/** The languages that dashboards are written in, each in a folder of its own. */
enum Language {
    EN("grafana/dashboards"),
    NL("grafana/dashboards-nl");

    private final String folder;

    Language(String folder) {
        this.folder = folder;
    }

    /** Where its dashboards are, as seen from the project's folder. */
    String folder() {
        return folder;
    }
}
