package cloudportal.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The task lists of Tasklist, each made once: what somebody changes about one afterwards stays. */
@Component
class TaskLists {

    private static final String ME = "${currentUser()}";

    private static final List<Map<String, String>> ON_CARDS = List.of(
            shown("requestNumber", "お申込番号"),
            shown("contractNumber", "契約番号"),
            shown("companyName", "会社名"),
            shown("serviceName", "サービス"),
            shown("cancellationDate", "解約日"));

    private final FilterService filterService;
    private final TaskService taskService;

    TaskLists(FilterService filterService, TaskService taskService) {
        this.filterService = filterService;
        this.taskService = taskService;
    }

    /** Makes the lists that are not there, and answers the id of each with the role that it is for. */
    Map<String, Role> setUp() {
        Map<String, Role> lists = new LinkedHashMap<>();
        lists.put(list("お手続き中の解約", 10, query().taskAssigneeExpression(ME), List.of()), Role.CUSTOMERS);
        int priority = 10;
        for (Map.Entry<String, TaskQuery> list : ofTheContractCenter().entrySet()) {
            lists.put(list(list.getKey(), priority, list.getValue(), ON_CARDS), Role.CONTRACT_CENTER);
            priority += 10;
        }
        return lists;
    }

    private Map<String, TaskQuery> ofTheContractCenter() {
        Map<String, TaskQuery> lists = new LinkedHashMap<>();
        lists.put("受付待ち", work().taskDefinitionKeyIn("userTask_reviewRequest", "userTask_answerInquiry"));
        lists.put("ドメイン手続", work().taskDefinitionKeyIn("userTask_transferDomain", "userTask_abolishDomain"));
        lists.put("精算手配", work().taskDefinitionKey("userTask_arrangeSettlement"));
        lists.put("期限切れ", work().dueBeforeExpression("${now()}"));
        lists.put("自分の担当", query().taskAssigneeExpression(ME));
        lists.put("担当者のいない手続", query().taskCandidateGroup(Role.CONTRACT_CENTER.group()));
        lists.put("すべての手続", work());
        return lists;
    }

    private TaskQuery work() {
        return query().taskCandidateGroup(Role.CONTRACT_CENTER.group()).includeAssignedTasks();
    }

    private TaskQuery query() {
        return taskService.createTaskQuery();
    }

    private String list(String name, int priority, TaskQuery query, List<Map<String, String>> variables) {
        Filter filter = filterService.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filterService.newTaskFilter(name);
            filter.setQuery(query);
            filter.setProperties(Map.of(
                    "priority", priority, "refresh", true, "showUndefinedVariable", false, "variables", variables));
            filterService.saveFilter(filter);
        }
        return filter.getId();
    }

    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
