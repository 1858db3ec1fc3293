package nl.klantstem.house.dashboards;

import java.util.List;

/** All dashboards. */
final class Boards {

    static final List<Board> ALL = List.of(
            DaySteeringBoard.board(),
            PeakBoard.board(),
            JourneyBoard.board(),
            DriversBoard.board(),
            ChannelsBoard.board(),
            MeasuresBoard.board(),
            PartnersBoard.board(),
            PipelineBoard.board());

    private Boards() {}

    /** The file of a dashboard, as seen from the project's folder. */
    static String file(Board board, Language language) {
        return language.folder() + "/" + board.file() + ".json";
    }
}
