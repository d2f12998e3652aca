package cloudportal.engine.economy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What groups, and everybody, have been granted: a few dozen rows that hardly ever change, kept in memory for a moment
 * ({@code portal.engine.reread-rights-after}). It only ever says yes; where it does not, the database is asked. A right taken from a
 * group on this node is gone at once, on the others after that moment.
 */
final class StandingRights {

    private static final String GIVEN =
            """
            select GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_ from ACT_RU_AUTHORIZATION
            where TYPE_ in (%d, %d) and (GROUP_ID_ is not null or USER_ID_ = '*') and RESOURCE_TYPE_ <> %d"""
                    .formatted(
                            Authorization.AUTH_TYPE_GLOBAL,
                            Authorization.AUTH_TYPE_GRANT,
                            Resources.TASK.resourceType());

    private record Right(int resourceType, String resourceId, int permissions) {

        private boolean covers(PermissionCheck check) {
            return resourceType == check.getResourceType()
                    && (resourceId.equals(Authorization.ANY) || resourceId.equals(check.getResourceId()))
                    && (permissions & check.getPerms()) == check.getPerms();
        }
    }

    private record Read(Map<String, List<Right>> byGroup, long until) {}

    private final long kept;
    private volatile Read read;

    StandingRights(Duration kept) {
        this.kept = kept.toNanos();
    }

    /** Whether members of these groups may for certain do what is checked. */
    boolean grant(Collection<String> groups, CompositePermissionCheck check, DataSource database) {
        Map<String, List<Right>> given = given(database);
        List<Right> rights = Stream.concat(Stream.of(Authorization.ANY), groups.stream())
                .flatMap(group -> given.getOrDefault(group, List.of()).stream())
                .toList();
        return grants(rights, check);
    }

    void readAnew() {
        read = null;
    }

    private static boolean grants(List<Right> rights, CompositePermissionCheck check) {
        Predicate<PermissionCheck> atomic = one -> rights.stream().anyMatch(right -> right.covers(one));
        Predicate<CompositePermissionCheck> composite = several -> grants(rights, several);
        if (check.isDisjunctive()) {
            return check.getAtomicChecks().stream().anyMatch(atomic)
                    || check.getCompositeChecks().stream().anyMatch(composite);
        }
        boolean something = !check.getAtomicChecks().isEmpty()
                || !check.getCompositeChecks().isEmpty();
        return something
                && check.getAtomicChecks().stream().allMatch(atomic)
                && check.getCompositeChecks().stream().allMatch(composite);
    }

    private Map<String, List<Right>> given(DataSource database) {
        Read known = read;
        long now = System.nanoTime();
        if (known == null || now - known.until() >= 0) {
            Map<String, List<Right>> byGroup = new HashMap<>();
            new JdbcTemplate(database).query(GIVEN, row -> {
                String group = row.getString("GROUP_ID_") == null ? Authorization.ANY : row.getString("GROUP_ID_");
                byGroup.computeIfAbsent(group, none -> new ArrayList<>())
                        .add(new Right(
                                row.getInt("RESOURCE_TYPE_"), row.getString("RESOURCE_ID_"), row.getInt("PERMS_")));
            });
            known = new Read(byGroup, now + kept);
            read = known;
        }
        return known.byGroup();
    }
}
