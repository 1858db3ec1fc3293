package nl.klantstem.expose;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Lets GET and HEAD from an allowed host through to the pages, and refuses all else with a sentence. */
final class MetricsHandler extends Handler.Abstract {

    private final MetricsPages pages;
    private final AllowedHosts hosts;
    private final Request.Handler first;

    /** {@code first} is asked before the pages, and may leave a request to them. */
    MetricsHandler(MetricsPages pages, AllowedHosts hosts, Request.Handler first) {
        this.pages = pages;
        this.hosts = hosts;
        this.first = first;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        @Nullable Answer refusal = refusal(request);
        if (refusal != null) {
            send(response, refusal, callback);
        } else if (!first.handle(request, response, callback)) {
            var answer = pages.page(
                    Request.getPathInContext(request), request.getHeaders().get(HttpHeader.ACCEPT));
            send(response, answer, callback);
        }
        return true;
    }

    private @Nullable Answer refusal(Request request) {
        if (!hosts.allow(Request.getServerName(request))) {
            return Answer.sentence(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "This server does not go by that name. Use its address, or allow the name with --allow-host.");
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            return Answer.sentence(HttpStatus.METHOD_NOT_ALLOWED_405, "Only GET and HEAD are answered here.");
        }
        return null;
    }

    static void send(Response response, Answer answer, Callback callback) {
        var body = StandardCharsets.UTF_8.encode(answer.body());
        response.setStatus(answer.status());
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, body.remaining());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("Content-Security-Policy", "default-src 'none'");
        if (answer.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            headers.put(HttpHeader.ALLOW, "GET, HEAD");
        }
        response.write(true, body, callback);
    }
}
