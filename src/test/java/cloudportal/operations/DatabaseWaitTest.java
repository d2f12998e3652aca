package cloudportal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseWaitTest {

    private final DataSource database = mock();
    private final Connection connection = mock();

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P03", "53300"})
    void waitsForADatabaseThatIsNotThereYet(String state, CapturedOutput output) throws SQLException {
        // given
        when(database.getConnection())
                .thenThrow(new SQLException("Connection refused", state))
                .thenReturn(connection);
        // when, then
        assertThat(new DatabaseWait(Duration.ofMinutes(1)).connectTo(database)).isSameAs(connection);
        assertThat(output).contains("Waiting up to 60 s for the database: Connection refused");
    }

    @Test
    void givesUpInTheEnd() throws SQLException {
        when(database.getConnection()).thenThrow(new SQLException("Connection refused", "08001"));
        assertThatThrownBy(() -> new DatabaseWait(Duration.ZERO).connectTo(database))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessage(
                        "The portal did not start, because its database could not be reached within 0 s: Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "3D000"})
    void givesUpAtOnceWhereWaitingMendsNothing(String state) throws SQLException {
        when(database.getConnection()).thenThrow(new SQLException("password authentication failed", state));
        assertThatThrownBy(() -> new DatabaseWait(Duration.ofMinutes(1)).connectTo(database))
                .isInstanceOf(DatabaseUnreachableException.class);
        verify(database, times(1)).getConnection();
    }

    @Test
    void tellsOperatorsWhatToDo() {
        // given
        Throwable failure = new IllegalStateException(new DatabaseUnreachableException(
                Duration.ofSeconds(60), new SQLException("Connection refused", "08001")));
        // when
        FailureAnalysis analysis = new DatabaseUnreachableAnalyzer().analyze(failure);
        // then
        assertThat(analysis.getDescription()).contains("could not be reached within 60 s: Connection refused");
        assertThat(analysis.getAction()).startsWith("Start the database, or put right PORTAL_DB_URL");
    }
}
