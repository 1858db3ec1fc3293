package nl.klantstem.expose;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import nl.klantstem.contract.UserMistake;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves metrics and health over HTTP. A slow or silent client costs neither a thread nor, for long, a connection. */
public final class MetricsServer implements AutoCloseable {

    private static final int THREADS = 8;
    /** As many as may listen to the page and as many again, so that scrapes always find room. */
    private static final int CONNECTIONS = 1_280;

    private static final int HEADER_BYTES = 64 * 1024;
    /** What the kernel may hold for a client that does not read. */
    private static final int SEND_BYTES = 256 * 1024;

    private static final long IDLE_MILLIS = 5_000;
    private static final long SHUTDOWN_IDLE_MILLIS = 100;
    private static final long STOP_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;
    private final String bind;

    private MetricsServer(Server server, ServerConnector connector, String bind) {
        this.server = server;
        this.connector = connector;
        this.bind = bind;
    }

    /** Listens at once; throws UserMistake when the port or the address cannot be had. */
    public static MetricsServer start(HttpSettings settings, PrometheusMeterRegistry registry, Health health) {
        return start(settings, registry, health, (request, response, callback) -> false);
    }

    /** The same with a page, which is asked first and may leave a request to metrics and health. */
    public static MetricsServer start(
            HttpSettings settings, PrometheusMeterRegistry registry, Health health, Request.Handler page) {
        var threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("metrics-http");
        threads.setDaemon(true);
        var server = new Server(threads);
        server.setErrorHandler(plainErrors());
        server.setStopTimeout(STOP_MILLIS);
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE_MILLIS);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptedSendBufferSize(SEND_BYTES);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setHandler(new MetricsHandler(
                new MetricsPages(settings.title(), registry, health), new AllowedHosts(settings), page));
        var started = new MetricsServer(server, connector, settings.bind());
        started.listen(settings);
        return started;
    }

    /** The port that is listened on, also when any free one was asked for. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where a browser or Prometheus on this machine finds the pages. */
    public URI uri() {
        var everywhere = new InetSocketAddress(bind, 0).getAddress().isAnyLocalAddress();
        var host = everywhere ? "localhost" : bind.contains(":") ? "[" + bind + "]" : bind;
        return URI.create("http://" + host + ":" + port() + "/");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the metrics server did not stop", e);
        }
    }

    private void listen(HttpSettings settings) {
        try {
            connector.open();
            server.start();
        } catch (IOException e) {
            close();
            throw new UserMistake(cannotListen(settings, e), e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the metrics server did not start", e);
        }
    }

    private static String cannotListen(HttpSettings settings, IOException e) {
        var inUse = e instanceof BindException || e.getCause() instanceof BindException;
        var place = "port " + settings.port() + " of " + settings.bind();
        return inUse
                ? "cannot listen on " + place + ": it is in use, or is not an address of this machine."
                        + " Stop the other program, or choose another port with --port (0 takes a free one)"
                : "cannot listen on " + place + ": " + e.getMessage() + ". Choose another with --bind and --port";
    }

    private static Request.Handler plainErrors() {
        return new Request.Handler() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                int status = response.getStatus();
                MetricsHandler.send(
                        response,
                        Answer.sentence(status, status + " " + HttpStatus.getMessage(status) + "."),
                        callback);
                return true;
            }
        };
    }
}
