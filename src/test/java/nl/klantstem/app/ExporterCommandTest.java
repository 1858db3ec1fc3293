package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import nl.klantstem.contract.UserMistake;
import org.junit.jupiter.api.Test;

class ExporterCommandTest {

    @Test
    void a_port_in_use_is_a_sentence_and_not_a_stack_trace() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var said = new StringWriter();
            int code = run(said, "--port", String.valueOf(taken.getLocalPort()));

            assertThat(code).isEqualTo(1);
            assertThat(said.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort(), "in use", "--port");
        }
    }

    @Test
    void a_programme_without_nps_and_an_age_that_is_none_are_named() {
        var said = new StringWriter();

        assertThat(run(said, "--programme", "PANEL")).isEqualTo(1);
        assertThat(run(said, "--max-age", "soon")).isEqualTo(1);
        assertThat(said.toString()).contains("--programme PANEL", "TRANSACTIONAL", "--max-age 'soon'", "PT10M");
    }

    @Test
    void age_can_be_off() {
        assertThat(ExporterCommand.age("PT1H")).isEqualTo(Duration.ofHours(1));
        assertThat(ExporterCommand.age("OFF")).isNull();
        assertThatThrownBy(() -> ExporterCommand.age("PT0S")).isInstanceOf(UserMistake.class);
    }

    private static int run(StringWriter said, String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "exporter";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Main.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
    }
}
