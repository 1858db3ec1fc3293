package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listening, byte by byte. */
@Timeout(120)
class EventsTest {

    private static final int PATIENCE_MILLIS = 25_000;

    private final GivenBoard given = PeakWeekend.on(new GivenBoard());
    private final List<Listening> listening = new ArrayList<>();
    private final ServedBoard served =
            new ServedBoard(given::board, Clock.fixed(GivenBoard.EVENING.plusSeconds(4), ZoneOffset.UTC));
    private int promoters = 100;

    @AfterEach
    void stop() throws IOException {
        for (var each : listening) {
            each.socket.close();
        }
        served.close();
    }

    @Test
    void one_that_comes_anew_gets_all_and_then_what_changes() throws Exception {
        var one = listen("", null);
        assertThat(one.head()).startsWith("HTTP/1.1 200").contains("text/event-stream", "no-store");
        assertThat(one.next()).isEqualTo("retry: 3000");
        assertThat(one.event().data()).contains("\"order\"", "NPS_TODAY", "CUSTOMER/return");

        change();

        assertThat(one.event().data()).contains("CUSTOMER/return").doesNotContain("NPS_TODAY");
    }

    @Test
    void one_that_was_away_gets_what_it_missed_and_one_that_was_not_gets_nothing() throws Exception {
        var first = listen("", null);
        var whole = first.event();
        var same = listen("", whole.id());
        var bySince = listen("&since=" + whole.id(), null);
        change();

        assertThat(same.event().data()).contains("CUSTOMER/return").doesNotContain("NPS_TODAY");
        assertThat(bySince.event().data()).contains("CUSTOMER/return").doesNotContain("NPS_TODAY");
    }

    @Test
    void silence_is_broken_by_a_comment() throws Exception {
        var one = listen("", null);
        one.event();

        assertThat(one.next()).startsWith(":");
    }

    @Test
    void one_that_does_not_read_holds_up_nobody_and_gets_the_latest() throws Exception {
        var reads = listen("", null);
        reads.event();
        for (int i = 0; i < 40; i++) {
            var slow = open(1_024);
            send(slow, "GET /api/v1/events?lang=en HTTP/1.1\r\nHost: localhost\r\n\r\n");
            listening.add(new Listening(slow));
        }

        for (int i = 0; i < 4; i++) {
            change();
            long from = System.nanoTime();
            var event = reads.event();
            assertThat(event.data()).contains("CUSTOMER/return");
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void when_the_server_stops_those_that_listen_are_let_go_at_once() throws Exception {
        var one = listen("", null);
        one.event();

        long from = System.nanoTime();
        served.close();

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(8));
        assertThat(one.rest()).isNotNull();
    }

    private void change() {
        given.nps(GivenBoard.of("return"), "PT24H", promoters++, 10, 90);
    }

    private Listening listen(String query, @Nullable String last) throws IOException {
        var socket = open(64 * 1_024);
        String header = last == null ? "" : "Last-Event-ID: " + last + "\r\n";
        send(socket, "GET /api/v1/events?lang=en" + query + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n");
        var one = new Listening(socket);
        listening.add(one);
        return one;
    }

    private Socket open(int buffer) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", served.port()), PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private record Event(String id, String data) {}

    /** A stream as lines; the lengths of the chunks it came in are left out. */
    private static final class Listening {

        private final Socket socket;
        private final BufferedReader lines;

        Listening(Socket socket) throws IOException {
            this.socket = socket;
            this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String head() throws IOException {
            var head = new StringBuilder();
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.append(line).append('\n');
            }
            return head.toString();
        }

        /** The next line of the stream that says something. */
        String next() throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("retry:")
                        || line.startsWith(":")
                        || line.startsWith("id:")
                        || line.startsWith("data:")) {
                    return line;
                }
            }
            throw new AssertionError("the stream has ended");
        }

        Event event() throws IOException {
            for (var line = next(); ; line = next()) {
                if (line.startsWith("id: ")) {
                    return new Event(line.substring("id: ".length()), next());
                }
            }
        }

        String rest() throws IOException {
            var rest = new StringBuilder();
            try {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    rest.append(line);
                }
            } catch (java.net.SocketException reset) {
                return "reset";
            }
            return rest.toString();
        }
    }
}
