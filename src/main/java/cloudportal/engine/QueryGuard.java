package cloudportal.engine;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Refuses expressions in every query that a person sends: the engine checks the outermost level only, and what hides in an
 * {@code orQueries} member would be evaluated, which runs code (CVE-2026-109432). A filter that an administrator stores may ask who is
 * asking, no more.
 */
@Component
class QueryGuard implements CommandGuard {

    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}");

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        if (command instanceof TaskQueryImpl query) {
            refuse(expressions(query).findAny().isPresent());
        } else if (command instanceof AbstractExecuteFilterCmd) {
            Object extending = CommandFields.read(command, "extendingQuery");
            refuse(extending instanceof TaskQueryImpl query
                    && expressions(query).findAny().isPresent());
        } else if (command instanceof SaveFilterCmd) {
            Filter filter = (Filter) CommandFields.read(command, "filter");
            refuse(filter.getQuery() instanceof TaskQueryImpl query
                    && !expressions(query)
                            .allMatch(Administrators.include(person) ? HARMLESS::contains : none -> false));
        }
    }

    /** Of the query and of its members to any depth; a query is a member of itself. */
    private static Stream<String> expressions(TaskQueryImpl query) {
        return Stream.concat(
                query.getExpressions().values().stream(),
                query.getQueries().stream().filter(member -> member != query).flatMap(QueryGuard::expressions));
    }

    private static void refuse(boolean found) {
        if (found) {
            throw new BadUserRequestException("検索条件に式を使うことはできません。");
        }
    }
}
