package nl.klantstem.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class UserMistakeTest {

    @Test
    void why_a_file_cannot_be_used_is_never_its_name_alone() {
        assertThat(UserMistake.why(new AccessDeniedException("f.csv"))).isEqualTo("permission denied");
        assertThat(UserMistake.why(new NoSuchFileException("f.csv"))).isEqualTo("no such file or folder");
        assertThat(UserMistake.why(new FileSystemException("f.csv", null, "Is a directory")))
                .isEqualTo("Is a directory");
        assertThat(UserMistake.why(new FileSystemException("f.csv"))).isEqualTo("FileSystemException");
        assertThat(UserMistake.why(new IOException("disk on fire"))).isEqualTo("disk on fire");
    }
}
