package cloudportal.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.util.ReflectionUtils;

/** Reads what the engine's commands carry; they offer no other way. */
public final class CommandFields {

    private CommandFields() {}

    /** @throws IllegalStateException where the command has no such field: the engine has changed, and no guard may pass it unseen */
    public static Object read(Command<?> command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(
                    "%s has no field %s".formatted(command.getClass().getName(), name));
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, command);
    }
}
