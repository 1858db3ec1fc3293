package nl.klantstem.expose.page;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import nl.klantstem.expose.board.Board;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers for the page, its files, its events and the JSON API; leaves every other path to others. */
public final class LivePage implements Request.Handler, AutoCloseable {

    /** Nothing from elsewhere, nothing inline, in no frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ASSETS = "/assets/";
    private static final int NOT_MODIFIED = 304;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_SECONDS = "30";

    /** One that reads nothing for so long loses its connection; whoever reads gets something every 15 s. */
    private static final long UNREAD_MILLIS = Duration.ofSeconds(30).toMillis();

    private final Now now;
    private final Listeners listeners;

    public LivePage(Supplier<Board> boards, Clock clock) {
        now = new Now(boards, clock);
        listeners = new Listeners(now, Long.toString(clock.millis(), Character.MAX_RADIX));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (path.equals(Api.EVENTS)) {
            listen(request, response, callback);
            return true;
        }
        @Nullable Reply reply = reply(path, request);
        if (reply == null) {
            return false;
        }
        send(request, response, callback, reply);
        return true;
    }

    private @Nullable Reply reply(String path, Request request) {
        if (path.equals("/")) {
            return page(request);
        }
        if (path.startsWith(ASSETS)) {
            return Assets.reply(path.substring(ASSETS.length()));
        }
        return Api.has(path) ? Api.reply(path, now.look().board()) : null;
    }

    private Reply page(Request request) {
        var language = language(request);
        var snapshot = now.look();
        var page = listeners.feed(language).show(snapshot);
        var view = View.of(asked(request, "wall"));
        return Reply.of("text/html; charset=utf-8", Frame.page(snapshot.board(), page.parts(), view, page.event()))
                .in(language);
    }

    private void listen(Request request, Response response, Callback callback) {
        var language = language(request);
        @Nullable String last = request.getHeaders().get("Last-Event-ID");
        var feed = listeners.feed(language);
        long has = feed.number(last == null ? asked(request, "since") : last);
        headers(response);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put("X-Accel-Buffering", "no");
        if (HttpMethod.HEAD.is(request.getMethod())) {
            response.write(true, ByteBuffer.allocate(0), callback);
            return;
        }
        request.getConnectionMetaData().getConnection().getEndPoint().setIdleTimeout(UNREAD_MILLIS);
        if (!listeners.let(language, has, response, callback)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
            String detail = Listeners.MOST + " listen already; the page itself can be loaded, and " + Api.ROOT
                    + "/state can be asked for.";
            send(request, response, callback, Api.problem(UNAVAILABLE, "Too many listen", detail));
        }
    }

    private static void send(Request request, Response response, Callback callback, Reply reply) {
        headers(response);
        var headers = response.getHeaders();
        @Nullable String etag = reply.etag();
        if (etag != null) {
            headers.put(HttpHeader.ETAG, etag);
            headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
            @Nullable String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
            if (known != null && Arrays.stream(known.split(",", -1)).anyMatch(each -> isSame(each, etag))) {
                response.setStatus(NOT_MODIFIED);
                response.write(true, ByteBuffer.allocate(0), callback);
                return;
            }
        }
        if (reply.language() != null) {
            headers.put(HttpHeader.CONTENT_LANGUAGE, reply.language().code());
            headers.put(HttpHeader.VARY, "Accept-Language");
        }
        response.setStatus(reply.status());
        headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    private static boolean isSame(String given, String etag) {
        String tag = given.strip();
        return tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag);
    }

    private static void headers(Response response) {
        var headers = response.getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static Language language(Request request) {
        return Language.of(asked(request, "lang"), request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    }

    /** What a query says under a name: a few letters or nothing, so it needs no decoding. */
    private static @Nullable String asked(Request request, String name) {
        @Nullable String query = request.getHttpURI().getQuery();
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&", -1))
                .filter(each -> each.equals(name) || each.startsWith(name + "="))
                .map(each -> each.substring(Math.min(each.length(), name.length() + 1)))
                .findFirst()
                .orElse(null);
    }

    /** Ends all streams, so that the server can stop at once. */
    @Override
    public void close() {
        listeners.close();
    }
}
