package nl.klantstem.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import nl.klantstem.contract.UserMistake;

/** A secret of at least 32 bytes in a file of hex or base64 text that only its owner may read. */
final class SecretFile {

    private static final int SECRET_BYTES = 32;
    private static final int MAX_FILE_BYTES = 4_096;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    static byte[] read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unfit(file, Files.exists(file) ? "is no file" : "does not exist", "name a file with a secret");
            }
            refuseWhatOthersRead(file);
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw unfit(file, "is too large to be a secret", "make one with 'openssl rand -hex 32'");
            }
            return decode(
                    file, Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException e) {
            throw unfit(file, "cannot be read", "check that the user who runs this may read it", e);
        }
    }

    static Path create(Path file) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            createForOwner(file);
            Files.writeString(file, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.WRITE);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw unfit(
                    file, "exists already", "use it, or name another: without it no pseudonym can be found again", e);
        } catch (NoSuchFileException e) {
            throw unfit(file, "cannot be made", "make its folder first", e);
        } catch (IOException e) {
            throw unfit(file, "cannot be written", "check that the user who runs this may write there", e);
        }
    }

    private static void createForOwner(Path file) throws IOException {
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
    }

    private static void refuseWhatOthersRead(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ)) {
            var shown = PosixFilePermissions.toString(permissions);
            throw unfit(file, "may be read by others (" + shown + ")", "chmod 600 " + file);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static byte[] decode(Path file, String text) {
        if (text.isEmpty()) {
            throw unfit(file, "is empty", "make one with 'openssl rand -hex 32'");
        }
        byte[] secret;
        try {
            secret = isHex(text)
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            // The cause is left out: it quotes the text.
            throw unfit(file, "holds neither hex nor base64", "make one with 'openssl rand -hex 32'");
        }
        if (secret.length < SECRET_BYTES) {
            var found = "holds " + secret.length + " bytes, fewer than " + SECRET_BYTES;
            throw unfit(file, found, "make one with 'openssl rand -hex 32'");
        }
        return secret;
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    }

    private static UserMistake unfit(Path file, String why, String remedy) {
        return new UserMistake(sentence(file, why, remedy));
    }

    private static UserMistake unfit(Path file, String why, String remedy, Exception cause) {
        return new UserMistake(sentence(file, why, remedy), cause);
    }

    private static String sentence(Path file, String why, String remedy) {
        return "the key file '" + file + "' " + why + ": " + remedy;
    }
}
