package cloudportal.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept in memory says yes only to what the database would. */
class StandingRightsTest {

    private static final int PROCESS = Resources.PROCESS_DEFINITION.resourceType();
    private static final int TASK = Resources.TASK.resourceType();
    private static final int READ = Permissions.READ.getValue();

    private final JdbcDataSource database = new JdbcDataSource();
    private final StandingRights rights = new StandingRights(Duration.ofHours(1));

    @BeforeEach
    void noGrants() {
        database.setURL("jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1");
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("drop table if exists ACT_RU_AUTHORIZATION");
        sql.execute(
                """
                create table ACT_RU_AUTHORIZATION (TYPE_ int, USER_ID_ varchar(60), GROUP_ID_ varchar(60), RESOURCE_TYPE_ int,
                RESOURCE_ID_ varchar(60), PERMS_ int)""");
    }

    @Test
    void saysYesToWhatAGroupOrEverybodyWasGiven() {
        given(1, null, "staff", PROCESS, "p", READ);
        given(0, "*", null, PROCESS, "everybodys", READ);

        assertThat(may("staff", one(Permissions.READ, "p"))).isTrue();
        assertThat(may("staff", one(Permissions.READ, "everybodys"))).isTrue();
        assertThat(may("others", one(Permissions.READ, "everybodys"))).isTrue();
    }

    @Test
    void saysNothingOfWhatWasGivenToNobodyOrToAPersonOrTakenAway() {
        given(1, null, "staff", PROCESS, "p", READ);
        given(1, "kannon", null, PROCESS, "persons", READ);
        given(2, null, "staff", PROCESS, "taken", READ);

        assertThat(may("others", one(Permissions.READ, "p"))).isFalse();
        assertThat(may("staff", one(Permissions.READ, "q"))).isFalse();
        assertThat(may("staff", one(Permissions.UPDATE, "p"))).isFalse();
        assertThat(may("staff", one(Permissions.READ, "persons"))).isFalse();
        assertThat(may("staff", one(Permissions.READ, "taken"))).isFalse();
        assertThat(may("staff", check(false))).isFalse();
    }

    @Test
    void asksForOneOrForAllAsTheCheckDoes() {
        given(1, null, "staff", PROCESS, "p", READ);

        assertThat(may("staff", check(true, both()))).isTrue();
        assertThat(may("staff", check(false, both()))).isFalse();
    }

    @Test
    void leavesSingleTasksToTheDatabase() {
        given(1, null, "staff", TASK, "t", READ);

        assertThat(may("staff", check(true, atomic(Resources.TASK, Permissions.READ, "t"))))
                .isFalse();
    }

    @Test
    void readsAnewWhenTold() {
        assertThat(may("staff", one(Permissions.READ, "p"))).isFalse();
        given(1, null, "staff", PROCESS, "*", READ);
        assertThat(may("staff", one(Permissions.READ, "p"))).isFalse();

        rights.readAnew();

        assertThat(may("staff", one(Permissions.READ, "p"))).isTrue();
    }

    private static CompositePermissionCheck one(Permission permission, String id) {
        return check(true, atomic(Resources.PROCESS_DEFINITION, permission, id));
    }

    private static PermissionCheck atomic(Resources resource, Permission permission, String id) {
        PermissionCheck check = new PermissionCheck();
        check.setResource(resource);
        check.setPermission(permission);
        check.setResourceId(id);
        return check;
    }

    private static CompositePermissionCheck check(boolean disjunctive, PermissionCheck... atomic) {
        CompositePermissionCheck check = new CompositePermissionCheck(disjunctive);
        check.setAtomicChecks(List.of(atomic));
        return check;
    }

    private static PermissionCheck[] both() {
        return new PermissionCheck[] {
            atomic(Resources.PROCESS_DEFINITION, Permissions.READ, "p"),
            atomic(Resources.PROCESS_DEFINITION, Permissions.READ, "q")
        };
    }

    private boolean may(String group, CompositePermissionCheck check) {
        return rights.grant(List.of(group), check, database);
    }

    private void given(int type, String user, String group, int resource, String id, int permissions) {
        new JdbcTemplate(database)
                .update(
                        "insert into ACT_RU_AUTHORIZATION values (?, ?, ?, ?, ?, ?)",
                        type,
                        user,
                        group,
                        resource,
                        id,
                        permissions);
    }
}
