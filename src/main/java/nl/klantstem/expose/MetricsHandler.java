package nl.klantstem.expose;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets GET and HEAD from an allowed host through to the pages, and refuses all else with a sentence. */
final class MetricsHandler extends Handler.Abstract {

    private final MetricsPages pages;
    private final AllowedHosts hosts;

    MetricsHandler(MetricsPages pages, AllowedHosts hosts) {
        this.pages = pages;
        this.hosts = hosts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        send(response, answer(request), callback);
        return true;
    }

    private Answer answer(Request request) {
        if (!hosts.allow(Request.getServerName(request))) {
            return Answer.sentence(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "This server does not go by that name. Use its address, or allow the name with --allow-host.");
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            return Answer.sentence(HttpStatus.METHOD_NOT_ALLOWED_405, "Only GET and HEAD are answered here.");
        }
        return pages.page(
                Request.getPathInContext(request), request.getHeaders().get(HttpHeader.ACCEPT));
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
