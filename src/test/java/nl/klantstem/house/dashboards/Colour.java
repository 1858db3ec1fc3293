package nl.klantstem.house.dashboards;

/** Colours that people who see colours differently tell apart (Okabe and Ito, 2008); red and green never say it alone. */
enum Colour {
    BLUE("#0072B2"),
    SKY("#56B4E9"),
    GREEN("#009E73"),
    YELLOW("#F0E442"),
    ORANGE("#E69F00"),
    VERMILION("#D55E00"),
    PURPLE("#CC79A7"),
    GREY("#8E8E8E");

    private final String hex;

    Colour(String hex) {
        this.hex = hex;
    }

    String hex() {
        return hex;
    }
}
