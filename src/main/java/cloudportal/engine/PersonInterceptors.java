package cloudportal.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Finds the commands that people give. The outer one sees which command is the first in its thread, the inner one asks the guards
 * about it where the transaction is open and what they load stays cached for the command itself.
 */
final class PersonInterceptors {

    private final ThreadLocal<Command<?>> given = new ThreadLocal<>();
    private final List<CommandGuard> guards;

    PersonInterceptors(List<CommandGuard> guards) {
        this.guards = List.copyOf(guards);
    }

    CommandInterceptor outer() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (Context.getCommandContext() != null || given.get() != null) {
                    return next.execute(command);
                }
                given.set(command);
                try {
                    return next.execute(command);
                } finally {
                    given.remove();
                }
            }
        };
    }

    CommandInterceptor inner() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                CommandContext context = Context.getCommandContext();
                Authentication person = context.getAuthentication();
                if (command == given.get() && person != null && person.getUserId() != null) {
                    guards.forEach(guard -> guard.check(command, person, context));
                }
                return next.execute(command);
            }
        };
    }
}
