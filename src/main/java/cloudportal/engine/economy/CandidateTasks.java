package cloudportal.engine.economy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.util.ReflectionUtils;

/**
 * A group's list of tasks, asked so that the database can stop at the end of the page. The engine joins tasks, candidates and grants,
 * and then removes what came twice, for which all open tasks are read and sorted to show fifteen. Here the same is asked as
 * conditions on the task alone, and the page is read along an index.
 */
final class CandidateTasks {

    /** What of a query is translated; a query that asks for anything else is left to the engine. */
    private static final Set<String> TRANSLATED = Set.of(
            "candidateGroup",
            "candidateGroups",
            "includeAssignedTasks",
            "key",
            "taskDefinitionKeys",
            "dueBefore",
            // What the engine keeps beside the question.
            "initializeFormKeys",
            "cachedCandidateGroups",
            "cachedUserGroups",
            "queries");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private static final Set<String> ORDERS = Set.of(
            "RES.ID_",
            "RES.NAME_",
            "RES.PRIORITY_",
            "RES.ASSIGNEE_",
            "RES.CREATE_TIME_",
            "RES.DUE_DATE_",
            "RES.FOLLOW_UP_DATE_");

    private static final List<Field> QUESTIONS = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !TRANSLATED.contains(field.getName()))
            .peek(ReflectionUtils::makeAccessible)
            .toList();

    private static final TaskQueryImpl NOTHING_ASKED = new TaskQueryImpl();

    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder where = new StringBuilder();
    private final String orderBy;

    private CandidateTasks(TaskQueryImpl query, boolean h2) {
        where.append(" from ACT_RU_TASK RES where exists (select 1 from ACT_RU_IDENTITYLINK I"
                        + " where I.TASK_ID_ = RES.ID_ and I.TYPE_ = '" + IdentityLinkType.CANDIDATE
                        + "' and I.GROUP_ID_ in (")
                .append(each("group", query.getCandidateGroups()))
                .append("))");
        if (!query.isIncludeAssignedTasks()) {
            where.append(" and RES.ASSIGNEE_ is null");
        }
        if (query.getKey() != null) {
            where.append(" and RES.TASK_DEF_KEY_ = ").append(step("key", query.getKey()));
        }
        if (query.getKeys() != null && query.getKeys().length > 0) {
            where.append(IntStream.range(0, query.getKeys().length)
                    .mapToObj(i -> step("step" + i, query.getKeys()[i]))
                    .collect(Collectors.joining(", ", " and RES.TASK_DEF_KEY_ in (", ")")));
        }
        if (query.getDueBefore() != null) {
            parameters.put("dueBefore", query.getDueBefore());
            where.append(" and RES.DUE_DATE_ < #{dueBefore,jdbcType=TIMESTAMP}");
        }
        if (query.getTenantCheck().isTenantCheckEnabled()) {
            where.append(" and RES.TENANT_ID_ is null");
        }
        if (query.getAuthCheck().isAuthorizationCheckEnabled()) {
            where.append(readable(query.getAuthCheck(), h2));
        }
        orderBy = query.getOrderingProperties().isEmpty()
                ? " order by RES.ID_ asc"
                : query.getOrderingProperties().stream()
                        .map(order -> order.getQueryProperty().getName() + " "
                                + order.getDirection().getName())
                        .collect(Collectors.joining(", ", " order by ", ""));
    }

    /**
     * The query in these words; empty where it cannot be said in them.
     *
     * @param query evaluated, and with the rights of whoever asks
     */
    static Optional<CandidateTasks> of(TaskQueryImpl query, String databaseType) {
        boolean translated = query.getCandidateGroups() != null
                && !query.getCandidateGroups().isEmpty()
                && query.getQueries().size() == 1
                && QUESTIONS.stream()
                        .allMatch(field -> Objects.deepEquals(
                                ReflectionUtils.getField(field, query), ReflectionUtils.getField(field, NOTHING_ASKED)))
                && query.getOrderingProperties().stream().allMatch(CandidateTasks::isPlain)
                && !query.getAuthCheck().isRevokeAuthorizationCheckEnabled()
                && (query.getTenantCheck().getAuthTenantIds() == null
                        || query.getTenantCheck().getAuthTenantIds().isEmpty());
        return translated ? Optional.of(new CandidateTasks(query, databaseType.equals("h2"))) : Optional.empty();
    }

    /** The statement and its parameters for the engine's native queries. */
    Map<String, Object> page(int first, int length) {
        Map<String, Object> page = new HashMap<>(parameters);
        page.put("sql", "select RES.*" + where + orderBy);
        page.put("resultType", "LIST_PAGE");
        page.put("firstResult", first);
        page.put("maxResults", length);
        return page;
    }

    Map<String, Object> count() {
        Map<String, Object> count = new HashMap<>(parameters);
        count.put("sql", "select count(*)" + where);
        return count;
    }

    /** As the engine has it: whoever may read tasks of the process, or this one, or all. */
    private String readable(AuthorizationCheck rights, boolean h2) {
        String given = "select %s from ACT_RU_AUTHORIZATION A where A.TYPE_ < 2 and (A.USER_ID_ in (%s, '*')%s)"
                .formatted(
                        "%s",
                        parameter("person", rights.getAuthUserId()),
                        rights.getAuthGroupIds().isEmpty()
                                ? ""
                                : " or A.GROUP_ID_ in (" + each("member", rights.getAuthGroupIds()) + ")");
        String ofProcess = given
                + right(
                        Resources.PROCESS_DEFINITION.resourceType(),
                        ProcessDefinitionPermissions.READ_TASK.getValue(),
                        h2);
        String ofTask = given + right(Resources.TASK.resourceType(), Permissions.READ.getValue(), h2);
        return " and (RES.PROC_DEF_ID_ in (select D.ID_ from ACT_RE_PROCDEF D where D.KEY_ in (%s))"
                        .formatted(ofProcess.formatted("A.RESOURCE_ID_"))
                + " or exists (%s and A.RESOURCE_ID_ = '*')".formatted(ofProcess.formatted("1"))
                + " or exists (%s and A.RESOURCE_ID_ in (RES.ID_, '*')))".formatted(ofTask.formatted("1"));
    }

    private static String right(int resource, int permission, boolean h2) {
        return " and A.RESOURCE_TYPE_ = %d and ".formatted(resource)
                + (h2 ? "BITAND(A.PERMS_, %1$d) = %1$d" : "A.PERMS_ & %1$d = %1$d").formatted(permission);
    }

    /** In the statement itself, so that the database knows whether many tasks are at this step or few, and reads accordingly. */
    private String step(String name, String step) {
        return IDENTIFIER.matcher(step).matches() ? "'" + step + "'" : parameter(name, step);
    }

    private String each(String name, List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> parameter(name + i, values.get(i)))
                .collect(Collectors.joining(", "));
    }

    private String parameter(String name, String value) {
        parameters.put(name, value);
        return "#{" + name + ",jdbcType=VARCHAR}";
    }

    private static boolean isPlain(QueryOrderingProperty order) {
        return order.getRelation() == null
                && order.getDirection() != null
                && ORDERS.contains(order.getQueryProperty().getName());
    }
}
