package nl.klantstem.expose.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.expose.board.Board;

/** All of the page that changes, by the lists that the parts stand in: one board in one language. */
record PageParts(Language language, Map<String, List<Part>> lists) {

    PageParts {
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    static PageParts of(Board board, Language language, Instant now) {
        var words = Words.in(language);
        var written = new Written(words, ZoneId.of(board.zone()));
        var names = new Names(words, board.journeys());
        var top = new TopParts(board, written, names, now);
        var lists = new LinkedHashMap<String, List<Part>>();
        lists.put("bar", top.bar());
        lists.put("banner", top.banner());
        lists.put("line", top.alertLine());
        lists.put("tiles", new TileParts(written).of(board.tiles()));
        lists.put("journeys", new JourneyParts(written, names).of(board.journeys()));
        lists.putAll(new SteeringParts(board, written, names).lists());
        lists.put("drivers", new DriverParts(written, names).of(board.drivers()));
        lists.put("timeline", new TimelineParts(written, names, board.data().upTo()).of(board));
        return new PageParts(language, lists);
    }
}
