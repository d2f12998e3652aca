package cloudportal.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which files may be judged at all, and what people read of those that may not. */
class TableFileTest {

    @Test
    void takesTheProjectsOwnTable() throws IOException {
        assertThat(read(ChangedTable.asItIs().text()).content()).isNotEmpty();
    }

    @Test
    void refusesAnEmptyFile() {
        refuses("", "ファイルが空です");
    }

    @Test
    void refusesALargeFile() {
        refuses(" ".repeat(TableFile.MOST_BYTES + 1), "512 KB まで");
    }

    private static void refuses(String file, String... said) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(said));
    }

    private static TableFile read(String file) throws IOException {
        return TableFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
