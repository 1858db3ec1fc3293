package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who listen, and some who do not read. */
@Timeout(180)
class ManyListenersIT {

    private static final int SMALL = 2_048;
    private static final String OK = "HTTP/1.1 200";

    private final GivenBoard given = PeakWeekend.on(new GivenBoard());
    private final ServedBoard served =
            new ServedBoard(given::board, Clock.fixed(GivenBoard.EVENING.plusSeconds(4), ZoneOffset.UTC));
    private final List<Socket> sockets = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        served.close();
    }

    @Test
    void with_as_many_as_may_listen_scrapes_go_on_and_one_more_is_told_to_come_back() throws Exception {
        for (int i = 0; i < Listeners.MOST; i++) {
            assertThat(status(listen(64 * 1_024))).isEqualTo(OK);
        }

        var refused = listen(SMALL);

        assertThat(text(refused, 760)).startsWith("HTTP/1.1 503").contains("Retry-After: ", "/api/v1/state");
        long from = System.nanoTime();
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        for (var socket : List.of(sockets.get(0), sockets.get(Listeners.MOST - 1))) {
            assertThat(text(socket, 2_000)).contains("text/event-stream", "retry: 3000");
        }
        // A place that is left is free again.
        sockets.get(0).close();
        sockets.get(1).close();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    change();
                    assertThat(status(listen(SMALL))).isEqualTo(OK);
                });
    }

    @Test
    void one_that_never_reads_is_let_go_and_has_cost_no_more_than_a_buffer() throws Exception {
        var never = listen(SMALL);
        long end = System.nanoTime() + Duration.ofSeconds(75).toNanos();
        while (System.nanoTime() < end) {
            change();
            Thread.sleep(1_000);
        }

        int got = drain(never);

        assertThat(got).isBetween(1, 2 * 1_024 * 1_024);
    }

    private static String status(Socket socket) throws IOException {
        return text(socket, OK.length());
    }

    private static String text(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Everything that was still held for one, up to the end of its connection; fails when that stays open. */
    private static int drain(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        int got = 0;
        try {
            for (int now = 0; now >= 0; now = socket.getInputStream().read(new byte[64 * 1_024])) {
                got += now;
            }
        } catch (SocketException reset) {
            return got;
        }
        return got;
    }

    /** Changes every row, so that an event is large. */
    private void change() {
        int odd = (int) (System.nanoTime() % 97);
        for (var row : given.board().journeys()) {
            given.nps(GivenBoard.of(row.id()), "PT24H", 500 + odd, 100, 200 - odd);
        }
    }

    private Socket listen(int buffer) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", served.port()), 10_000);
        sockets.add(socket);
        var request = "GET /api/v1/events?lang=en HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
