package nl.klantstem.expose.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What goes back for a request.
 *
 * @param etag of the body; absent when it is not meant to be asked for again
 * @param language of the body, if it is of one
 */
record Reply(
        int status,
        String contentType,
        byte[] body,
        @Nullable String etag,
        @Nullable Language language) {

    private static final int TAG_BYTES = 12;
    private static final int OK = 200;

    static Reply of(String contentType, String body) {
        return new Reply(OK, contentType, body.getBytes(StandardCharsets.UTF_8), null, null);
    }

    Reply in(Language of) {
        return new Reply(status, contentType, body, etag, of);
    }

    Reply withStatus(int other) {
        return new Reply(other, contentType, body, etag, language);
    }

    Reply tagged() {
        return new Reply(status, contentType, body, '"' + tag(body) + '"', language);
    }

    static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reply that && status == that.status && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return status + " " + contentType + " " + body.length + " bytes";
    }
}
