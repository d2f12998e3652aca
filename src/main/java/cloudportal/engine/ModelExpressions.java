package cloudportal.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression in a model can reach: the variables of its case, the members of lists and maps, and the application's
 * delegates and listeners by name. No other bean, no property or method of any object, so neither reflection nor the engine. A
 * name that stands for nothing is null: where an answer was not given, a gateway takes its default.
 */
final class ModelExpressions extends JuelExpressionManager {

    private static final List<Class<?>> PUBLISHED =
            List.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class);

    private final BeanFactory beanFactory;

    ModelExpressions(BeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new PublishedBeans());
        resolvers.add(new ArrayELResolver(true));
        resolvers.add(new ListELResolver(true));
        resolvers.add(new MapELResolver(true));
        return resolvers;
    }

    /** Decisions speak FEEL, which has no way to Java; an entry in this language is refused where it is evaluated. */
    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw new ProcessEngineException("Decisions are written in FEEL; found another expression: " + expression);
        };
    }

    private final class PublishedBeans extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null || !(property instanceof String name)) {
                return null;
            }
            context.setPropertyResolved(true);
            return isPublished(name) ? beanFactory.getBean(name) : null;
        }

        private boolean isPublished(String name) {
            Class<?> type = beanFactory.containsBean(name) ? beanFactory.getType(name) : null;
            return type != null && PUBLISHED.stream().anyMatch(published -> published.isAssignableFrom(type));
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new UnsupportedOperationException("Expressions change nothing");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }
    }
}
