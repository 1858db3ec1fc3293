package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import nl.klantstem.contract.UserMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {

    /** The bytes 0 to 31. */
    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static final String BASE64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path folder;

    @Test
    void a_pseudonym_is_the_hmac_of_the_key() throws IOException {
        var pseudonym = Pseudonyms.fromFile(secret(HEX)).pseudonym("jan.jansen@example.org");
        assertThat(pseudonym).isEqualTo("v1.EqB9m8AOVdBrn8TTNh7JVDEcA3X7PLWbPY1GggwXJ2s");
    }

    @Test
    void hex_and_base64_of_the_same_secret_give_the_same_pseudonyms() throws IOException {
        assertThat(Pseudonyms.fromFile(secret(BASE64 + "\n")).pseudonym("c1"))
                .isEqualTo(Pseudonyms.fromFile(secret(HEX.toUpperCase(Locale.ROOT)))
                        .pseudonym("c1"));
    }

    @Test
    void the_same_customer_keeps_the_pseudonym_and_another_gets_another() throws IOException {
        var pseudonyms = Pseudonyms.fromFile(secret(HEX));
        var first = pseudonyms.pseudonym("c1");
        assertThat(pseudonyms.pseudonym("c2")).isNotEqualTo(first).matches("v1\\.[A-Za-z0-9_-]{43}");
        assertThat(pseudonyms.pseudonym("c1")).isEqualTo(first);
        assertThat(pseudonyms.pseudonym("")).startsWith("v1.");
        assertThat(pseudonyms.pseudonym("\ud83d half a pair \u0000")).startsWith("v1.");
    }

    @Test
    void a_fresh_secret_is_for_the_owner_only_and_differs_each_time() throws IOException {
        var one = Pseudonyms.create(folder.resolve("one.key"));
        var two = Pseudonyms.create(folder.resolve("two.key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                .isEqualTo("rw-------");
        assertThat(Pseudonyms.fromFile(one).pseudonym("c1"))
                .isNotEqualTo(Pseudonyms.fromFile(two).pseudonym("c1"));
    }

    @Test
    void a_secret_is_never_overwritten() {
        var file = Pseudonyms.create(folder.resolve("one.key"));
        var before = Pseudonyms.fromFile(file).pseudonym("c1");
        assertThatThrownBy(() -> Pseudonyms.create(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContainingAll("one.key", "exists already");
        assertThat(Pseudonyms.fromFile(file).pseudonym("c1")).isEqualTo(before);
    }

    @Test
    void a_secret_that_will_not_do_is_refused_with_its_name_and_the_remedy() throws IOException {
        assertRefused(folder.resolve("none.key"), "does not exist");
        assertRefused(folder, "is no file");
        assertRefused(secret(" \n"), "is empty", "openssl rand -hex 32");
        assertRefused(secret(HEX.substring(2)), "holds 31 bytes, fewer than 32");
        assertRefused(secret("not a secret, just words and more words"), "neither hex nor base64");
        assertRefused(secret("00".repeat(3_000)), "too large");
        assertThatThrownBy(() -> Pseudonyms.create(folder.resolve("no/such/folder.key")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("make its folder first");
    }

    @Test
    void a_secret_that_others_may_read_is_refused() throws IOException {
        var file = secret(HEX);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(file, "may be read by others (rw-r-----)", "chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(Pseudonyms.fromFile(file).pseudonym("c1")).startsWith("v1.");
    }

    @Test
    void a_refusal_never_tells_the_secret() throws IOException {
        var file = secret("canary-secret-text!");
        assertThatThrownBy(() -> Pseudonyms.fromFile(file))
                .hasNoCause()
                .message()
                .doesNotContain("canary");
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> Pseudonyms.fromFile(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContainingAll(words);
    }

    private Path secret(String text) throws IOException {
        var file = Files.createTempFile(folder, "secret", ".key");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
