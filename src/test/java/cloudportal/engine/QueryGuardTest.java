package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {

    private static final Authentication ADMINISTRATOR = new Authentication("admin", List.of("camunda-admin"));
    private static final Authentication PERSON = new Authentication("center", List.of("contract-center"));

    private final QueryGuard guard = new QueryGuard();

    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()}", "${currentUserGroups()}"})
    void letsAdministratorsAloneStoreWhoIsAsking(String expression) {
        assertThatCode(() -> guard.check(storing(expression), ADMINISTRATOR, null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.check(storing(expression), PERSON, null))
                .isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${''.getClass()}", "${currentUser().length()}", "#{currentUser()}"})
    void letsNobodyStoreAnythingElse(String expression) {
        assertThatThrownBy(() -> guard.check(storing(expression), ADMINISTRATOR, null))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void letsEverybodyStoreWithoutExpressions() {
        assertThatCode(() -> guard.check(new SaveFilterCmd(filter(new TaskQueryImpl())), PERSON, null))
                .doesNotThrowAnyException();
    }

    private static SaveFilterCmd storing(String expression) {
        TaskQueryImpl query = new TaskQueryImpl();
        query.taskAssigneeExpression(expression);
        return new SaveFilterCmd(filter(query));
    }

    private static FilterEntity filter(TaskQueryImpl query) {
        FilterEntity filter = new FilterEntity("Task");
        filter.setQuery(query);
        return filter;
    }
}
