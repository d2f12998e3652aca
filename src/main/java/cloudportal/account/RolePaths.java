package cloudportal.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which requests each role may make at all; what they are answered is for the grants to say. An allow list: it holds what Tasklist,
 * Cockpit, Modeler and the portal's own pages ask for, and all else is left to administrators. In a path {@code *} stands for one
 * segment, {@code **} for any rest; paths of the engine are the same at each of its addresses.
 */
final class RolePaths {

    private static final Pattern ENGINE =
            Pattern.compile("^/(engine-rest(/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)(?=/)");

    /** Never the counts of everybody's cases, which stand where ids stand. */
    private static final String ONE = "(?!statistics(?:/|$))[^/]+";

    /** What the log-in pages ask for, and what shows nothing. */
    private static final List<String> ANYBODY = List.of(
            "GET /camunda/api/engine/engine",
            "GET /camunda/api/admin/auth/user/*",
            "POST /camunda/api/admin/auth/user/*/login/*",
            "POST /camunda/api/admin/auth/user/*/logout",
            "GET /camunda/api/*/plugin/*/static/**");

    /** One's own account, and what tells the apps and Modeler whom they talk to. The engine shows people themselves only. */
    private static final List<String> LOGGED_IN = List.of(
            "GET /engine",
            "GET /version",
            "GET /authorization/check",
            "GET /identity/groups",
            "GET,POST /identity/password-policy",
            "GET,PUT /user/*/profile",
            "PUT /user/*/credentials",
            // The portal's own pages ask for the role themselves, and say in a sentence for whom they are.
            "GET,POST /camunda/api/tasklist/plugin/portal/**",
            "GET /camunda/api/cockpit/plugin/portal-audit/**",
            "GET,POST /camunda/api/cockpit/plugin/portal-whatif/**");

    private static final List<String> TASKLIST = List.of(
            "GET,OPTIONS /filter",
            "GET,OPTIONS /filter/*",
            "GET /filter/count",
            "GET,POST /filter/*/list",
            "GET,POST /filter/*/count",
            "GET,POST /task",
            "GET,POST /task/count",
            "GET /task/*",
            "GET /task/*/form",
            "GET /task/*/deployed-form",
            "GET /task/*/rendered-form",
            "GET /task/*/form-variables",
            "GET /task/*/variables",
            "GET /task/*/variables/*",
            "GET /task/*/identity-links",
            "GET /task/*/comment",
            "POST /task/*/complete",
            "POST /task/*/submit-form",
            "GET /history/user-operation",
            "GET /process-definition",
            "GET /process-definition/count",
            "GET /process-definition/*",
            "GET /process-definition/*/xml",
            "GET /process-definition/key/*",
            "GET /process-definition/key/*/xml");

    private static final List<String> CUSTOMER = List.of(
            "GET /process-definition/*/startForm",
            "GET /process-definition/*/deployed-start-form",
            "GET /process-definition/*/form-variables",
            "POST /process-definition/*/submit-form",
            "GET /process-definition/key/*/startForm",
            "GET /process-definition/key/*/deployed-start-form",
            "GET /process-definition/key/*/form-variables",
            "POST /process-definition/key/*/submit-form",
            "POST /process-definition/key/*/start");

    private static final List<String> STAFF = List.of(
            "POST /task/*/claim",
            "POST /task/*/unclaim",
            "POST /task/*/assignee",
            "POST /task/*/identity-links",
            "POST /task/*/identity-links/delete");

    /** Where Cockpit asks for cases too, the grants leave owners none. */
    private static final List<String> COCKPIT = List.of(
            "GET,POST /process-instance/count",
            "GET,POST /task/count",
            "POST /history/task/count",
            "GET /job-definition",
            "GET /job-definition/count",
            "GET /batch",
            "GET /batch/count",
            "GET /batch/statistics",
            "GET /batch/statistics/count",
            "GET /history/batch",
            "GET /history/batch/count",
            "GET /case-definition/count",
            "GET /user",
            "GET /process-definition/**",
            "GET /decision-definition/**",
            "GET /decision-requirements-definition/**",
            "GET /deployment/**",
            "GET /history/decision-instance/**",
            "GET,POST /camunda/api/cockpit/plugin/base/**");

    private static final List<String> OWNER = List.of("POST /deployment/create", "POST /deployment/*/redeploy");

    private static final List<String> AUDITOR = List.of(
            "GET /history/**",
            "POST /history/activity-instance/**",
            "POST /history/detail/**",
            "POST /history/task/**",
            "POST /history/variable-instance/**",
            "POST /history/process-instance",
            "POST /history/process-instance/count",
            "GET /process-instance/**",
            "POST /process-instance",
            "GET,POST /execution",
            "GET,POST /execution/count",
            "GET /execution/*/localVariables/**",
            "GET,POST /task",
            "GET,POST /task/count",
            "GET /task/**",
            "GET,POST /variable-instance",
            "GET,POST /variable-instance/count",
            "GET /variable-instance/*/**",
            "GET /incident/**",
            "GET /job/**",
            "POST /job",
            "POST /job/count",
            "GET,POST /external-task",
            "GET,POST /external-task/count",
            "GET /job-definition/**",
            "GET /event-subscription/**");

    private final Map<Role, List<Pattern>> ofRoles = new EnumMap<>(Role.class);
    private final List<Pattern> ofAnybody = compiled(ANYBODY);
    private final List<Pattern> ofPeople = compiled(LOGGED_IN);

    RolePaths() {
        ofRoles.put(Role.CUSTOMERS, compiled(TASKLIST, CUSTOMER));
        ofRoles.put(Role.CONTRACT_CENTER, compiled(TASKLIST, STAFF));
        ofRoles.put(Role.PROCESS_OWNERS, compiled(COCKPIT, OWNER));
        ofRoles.put(Role.AUDITORS, compiled(COCKPIT, AUDITOR));
        ofRoles.put(Role.ADMINISTRATORS, List.of(Pattern.compile(".*")));
    }

    /**
     * @param path as it was sent, without the query
     * @param login null where nobody is logged in
     */
    boolean allow(String method, String path, String login, Collection<String> groups) {
        String request = (method.equals("HEAD") ? "GET" : method) + " " + withoutAddress(path);
        return matches(ofAnybody, request)
                || login != null
                        && (matches(ofPeople, request)
                                || Arrays.stream(Role.values())
                                        .filter(role -> groups.contains(role.group()))
                                        .anyMatch(role -> matches(ofRoles.get(role), request)));
    }

    private static String withoutAddress(String path) {
        String inEngine = ENGINE.matcher(path).replaceFirst("");
        return inEngine.length() > 1 && inEngine.endsWith("/")
                ? inEngine.substring(0, inEngine.length() - 1)
                : inEngine;
    }

    private static boolean matches(List<Pattern> allowed, String request) {
        return allowed.stream().anyMatch(pattern -> pattern.matcher(request).matches());
    }

    @SafeVarargs
    private static List<Pattern> compiled(List<String>... lists) {
        return Stream.of(lists)
                .flatMap(List::stream)
                .map(line -> line.split(" "))
                .map(line -> Pattern.compile("(?:" + line[0].replace(',', '|') + ") " + regex(line[1])))
                .toList();
    }

    private static String regex(String path) {
        String any = path.endsWith("/**") ? "(?:/.*)?" : "";
        String fixed = any.isEmpty() ? path : path.substring(0, path.length() - "/**".length());
        return Arrays.stream(fixed.split("/", -1))
                        .map(segment -> segment.equals("*") ? ONE : Pattern.quote(segment))
                        .reduce((before, after) -> before + "/" + after)
                        .orElseThrow()
                + any;
    }
}
