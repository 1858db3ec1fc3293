package nl.klantstem.house.dashboards;

/**
 * Where to look further: another dashboard, at the same time and with the same choices.
 *
 * @param to the file of the dashboard
 * @param choosing what else is chosen there, such as var-journey=x; may be empty
 */
record Link(String to, Words title, String choosing) {

    static Link to(String board, Words title) {
        return new Link(board, title, "");
    }

    /** From a cell of a table: what stands there is chosen. */
    static Link choosing(String variable, String board, Words title) {
        return new Link(board, title, "var-" + variable + "=${__value.raw:percentencode}&${audience:queryparam}");
    }

    /** With all that is chosen here, save for what the link chooses. */
    String url() {
        return "/d/klantstem-" + to + "?${__url_time_range}&" + (choosing.isEmpty() ? "${__all_variables}" : choosing);
    }
}
