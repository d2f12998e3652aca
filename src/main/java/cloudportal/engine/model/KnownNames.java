package cloudportal.engine.model;

import cloudportal.engine.deployment.ModelNames;
import cloudportal.engine.model.Known.BeanKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What the running application offers: its delegates and listeners by name, and what its parts say of themselves. */
@Component
class KnownNames implements Supplier<Known> {

    private final ListableBeanFactory beanFactory;
    private final List<ModelNames> names;

    KnownNames(ListableBeanFactory beanFactory, List<ModelNames> names) {
        this.beanFactory = beanFactory;
        this.names = names;
    }

    @Override
    public Known get() {
        Map<String, Set<BeanKind>> beans = new HashMap<>();
        add(beans, JavaDelegate.class, BeanKind.DELEGATE);
        add(beans, TaskListener.class, BeanKind.TASK_LISTENER);
        add(beans, ExecutionListener.class, BeanKind.EXECUTION_LISTENER);
        return Known.of(beans, names);
    }

    private void add(Map<String, Set<BeanKind>> beans, Class<?> type, BeanKind kind) {
        for (String bean : beanFactory.getBeanNamesForType(type, true, false)) {
            beans.computeIfAbsent(bean, name -> EnumSet.noneOf(BeanKind.class)).add(kind);
        }
    }
}
