package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;

class ModelExpressionsTest {

    private final StaticApplicationContext beans = new StaticApplicationContext();
    private final JavaDelegate delegate = execution -> {};
    private final TaskListener listener = task -> {};
    private final ExecutionEntity execution = new ExecutionEntity() {
        @Override
        public boolean hasVariable(String name) {
            return variables().containsKey(name);
        }

        @Override
        public Object getVariable(String name) {
            return variables().get(name);
        }
    };

    private ModelExpressions expressions;

    @AfterEach
    void leaveTheEngine() {
        Context.removeProcessEngineConfiguration();
    }

    @BeforeEach
    void fillTheContext() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setDelegateInterceptor(DelegateInvocation::proceed);
        Context.setProcessEngineConfiguration(configuration);
        beans.getBeanFactory().registerSingleton("someDelegate", delegate);
        beans.getBeanFactory().registerSingleton("someListener", listener);
        beans.getBeanFactory().registerSingleton("runtimeService", new Object());
        expressions = new ModelExpressions(beans);
    }

    @Test
    void readVariablesListsAndMaps() {
        assertThat(value("${reason == 'x' and not paid}")).isEqualTo(true);
        assertThat(value("${rows[1]}")).isEqualTo("b");
        assertThat(value("${terms.minimum + 1}")).isEqualTo(13L);
        assertThat(value("${terms['minimum']}")).isEqualTo(12);
    }

    @Test
    void reachDelegatesAndListeners() {
        assertThat(value("${someDelegate}")).isSameAs(delegate);
        assertThat(value("${someListener}")).isSameAs(listener);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${runtimeService}",
                "${environment}",
                "${systemProperties}",
                "${environment.activeProfiles}",
                "${nothing}"
            })
    void knowNoOtherBeanByName(String expression) {
        assertThat(value(expression)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${runtimeService.createProcessInstanceQuery()}",
                "${''.getClass()}",
                "${''.class}",
                "${reason.class.forName('java.lang.Runtime')}",
                "${reason['class']}",
                "${reason.length()}",
                "${rows.getClass()}",
                "${rows.size()}",
                "${terms.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getRuntimeService()}",
                "${execution.setVariable('a', 1)}",
                "${someDelegate.execute(execution)}",
                "${someDelegate.class}",
                "${someDelegate['class']}"
            })
    void reachNothingElse(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void changeNoListOrMap() {
        assertThatThrownBy(
                        () -> expressions.createExpression("${terms.minimum}").setValue(1, execution))
                .isInstanceOf(ProcessEngineException.class);
    }

    private Object value(String expression) {
        return expressions.createExpression(expression).getValue(execution);
    }

    private static Map<String, Object> variables() {
        return Map.of("reason", "x", "paid", false, "rows", List.of("a", "b"), "terms", Map.of("minimum", 12));
    }
}
