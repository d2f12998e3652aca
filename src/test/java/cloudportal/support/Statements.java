package cloudportal.support;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** How often the database was asked: each execution is one, a batch too. */
public final class Statements implements QueryExecutionListener {

    private final AtomicInteger count = new AtomicInteger();

    DataSource counting(DataSource dataSource) {
        return ProxyDataSourceBuilder.create(dataSource).listener(this).build();
    }

    /** The statements that the whole application executes meanwhile. */
    public int during(Runnable step) {
        int before = count.get();
        step.run();
        return count.get() - before;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when it is over.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // The heartbeat comes by the clock, whatever a step does.
        if (!Thread.currentThread().getName().equals("node-heartbeat")) {
            count.incrementAndGet();
        }
    }
}
