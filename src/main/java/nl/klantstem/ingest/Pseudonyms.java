package nl.klantstem.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts a pseudonym in the place of a customer's key: the same for the same customer under the same secret, and of no use to
 * whoever does not hold it. Keeps working state: every thread needs its own.
 */
public final class Pseudonyms {

    private static final String VERSION = "v1.";
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();

    private Pseudonyms(byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Uses the secret in a file; throws UserMistake that names the file and the remedy when it will not do. */
    public static Pseudonyms fromFile(Path file) {
        return new Pseudonyms(SecretFile.read(file));
    }

    /** Writes a fresh secret that only the owner may read, and says where; never in the place of another file. */
    public static Path create(Path file) {
        return SecretFile.create(file);
    }

    /** {@code v1.} and the base64url of an HMAC-SHA256 of the key. */
    public String pseudonym(String customerKey) {
        return VERSION + text.encodeToString(mac.doFinal(customerKey.getBytes(StandardCharsets.UTF_8)));
    }
}
