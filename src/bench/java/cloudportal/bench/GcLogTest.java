package cloudportal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {

    private static final String LOG =
            """
            [0.010s][gc] Using G1
            [1.100s][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 50M->10M(256M) 5.500ms
            [1.200s][gc] GC(1) Concurrent Mark Cycle
            [1.300s][gc] GC(1) Pause Remark 40M->40M(256M) 1.250ms
            [2.100s][gc] GC(2) Pause Full (Diagnostic Command) 90M->20M(256M) 30.000ms
            """;

    @Test
    void readsThePausesAndNothingElse() {
        List<GcLog.Pause> pauses = GcLog.read(LOG);

        assertThat(pauses).extracting(GcLog.Pause::millis).containsExactly(5.5, 1.25, 30.0);
        assertThat(pauses).extracting(GcLog.Pause::isFull).containsExactly(false, false, true);
    }

    @Test
    void addsUpWhatCameInBetween() {
        assertThat(GcLog.allocated(GcLog.read(LOG), 1)).isEqualTo(80);
    }
}
