package nl.klantstem.expose.page;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Serves an invented weekend until its input ends: what the screenshots of docs/page.md are made of. */
final class PageShown {

    private PageShown() {}

    public static void main(String[] port) throws Exception {
        var clock = Clock.fixed(GivenBoard.EVENING.plusSeconds(4), ZoneOffset.UTC);
        var given = PeakWeekend.on(new GivenBoard(clock, Duration.ofMinutes(10)));
        try (var served = new ServedBoard(given::board, clock, Integer.parseInt(port[0]))) {
            System.out.println("http://127.0.0.1:" + served.port() + "/");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
