package cloudportal.engine.economy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Checks permissions for all groups of whoever asks, by {@link StandingRights} first. The engine asks the database in each command
 * which groups have any permission at all, in order to leave out the others; nobody here is in so many groups that it would pay.
 */
public final class Authorizations extends AuthorizationManager {

    private final StandingRights standing;

    Authorizations(StandingRights standing) {
        this.standing = standing;
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        // A plain list: MyBatis calls it by reflection.
        return groups == null ? new ArrayList<>() : new ArrayList<>(groups);
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, PermissionCheck check) {
        return isStanding(groups, createCompositePermissionCheck(check)) || super.isAuthorized(user, groups, check);
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck check) {
        return isStanding(groups, check) || super.isAuthorized(user, groups, check);
    }

    @Override
    public void insert(DbEntity authorization) {
        super.insert(authorization);
        changed(authorization);
    }

    @Override
    public void update(AuthorizationEntity authorization) {
        super.update(authorization);
        changed(authorization);
    }

    @Override
    public void delete(DbEntity authorization) {
        super.delete(authorization);
        changed(authorization);
    }

    private boolean isStanding(List<String> groups, CompositePermissionCheck check) {
        return groups != null
                && standing.grant(
                        groups, check, Context.getProcessEngineConfiguration().getDataSource());
    }

    private void changed(DbEntity authorization) {
        if (authorization instanceof AuthorizationEntity grant
                && (grant.getGroupId() != null || Authorization.ANY.equals(grant.getUserId()))) {
            getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> standing.readAnew());
        }
    }
}
