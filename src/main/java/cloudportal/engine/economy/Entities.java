package cloudportal.engine.economy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a command has read. The value of a variable that a form shows is a row of its own, and the engine reads each by itself, once
 * per variable when a form is opened and when a process ends; here the first of them brings those of all variables at hand.
 */
final class Entities extends DbEntityManager {

    /** More than a form shows; a bound for what nobody foresaw. */
    private static final int MOST = 50;

    Entities(IdGenerator ids, PersistenceSession session) {
        super(ids, session);
    }

    @Override
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        if (type == ByteArrayEntity.class && getCachedEntity(type, id) == null) {
            bringWithOthers(id);
        }
        return super.selectById(type, id);
    }

    private void bringWithOthers(String wanted) {
        List<String> ids = getCachedEntitiesByType(VariableInstanceEntity.class).stream()
                .map(VariableInstanceEntity::getByteArrayValueId)
                .filter(Objects::nonNull)
                .filter(id -> !getDbEntityCache().contains(withId(id)))
                .distinct()
                .limit(MOST)
                .toList();
        if (ids.size() > 1 && ids.contains(wanted)) {
            String each = String.join(", ", Collections.nCopies(ids.size(), "?"));
            new JdbcTemplate(Context.getProcessEngineConfiguration().getDataSource())
                    .query("select * from ACT_GE_BYTEARRAY where ID_ in (%s)".formatted(each), Entities::entity, (Object
                                    [])
                            ids.toArray())
                    .forEach(getDbEntityCache()::putPersistent);
        }
    }

    private static ByteArrayEntity withId(String id) {
        ByteArrayEntity entity = new ByteArrayEntity();
        entity.setId(id);
        return entity;
    }

    private static ByteArrayEntity entity(ResultSet row, int number) throws SQLException {
        ByteArrayEntity entity = withId(row.getString("ID_"));
        entity.setRevision(row.getInt("REV_"));
        entity.setName(row.getString("NAME_"));
        entity.setBytes(row.getBytes("BYTES_"));
        entity.setDeploymentId(row.getString("DEPLOYMENT_ID_"));
        entity.setTenantId(row.getString("TENANT_ID_"));
        entity.setType(row.getObject("TYPE_", Integer.class));
        entity.setCreateTime(row.getTimestamp("CREATE_TIME_"));
        entity.setRootProcessInstanceId(row.getString("ROOT_PROC_INST_ID_"));
        entity.setRemovalTime(row.getTimestamp("REMOVAL_TIME_"));
        return entity;
    }
}
