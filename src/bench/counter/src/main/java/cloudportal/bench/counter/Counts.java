package cloudportal.bench.counter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListener;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;

/** Executed statements (a batch is one) and commits, by the kind of thread that asked for them. */
final class Counts {

    private final Map<String, LongAdder> statements = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> commits = new ConcurrentSkipListMap<>();

    NoOpQueryExecutionListener statements() {
        return new NoOpQueryExecutionListener() {
            @Override
            public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                add(statements);
            }
        };
    }

    JdbcLifecycleEventListener commits() {
        return new JdbcLifecycleEventListenerAdapter() {
            @Override
            public void afterCommit(MethodExecutionContext context) {
                add(commits);
            }
        };
    }

    /** One line a kind of thread: {@code thread,statements,commits}. */
    String asCsv() {
        return statements.keySet().stream()
                .map(thread -> "%s,%d,%d%n".formatted(thread, of(statements, thread), of(commits, thread)))
                .collect(Collectors.joining());
    }

    private static long of(Map<String, LongAdder> counts, String thread) {
        return counts.getOrDefault(thread, new LongAdder()).sum();
    }

    /** The threads of a pool differ in their numbers only. */
    private static void add(Map<String, LongAdder> counts) {
        String thread = Thread.currentThread().getName().replaceAll("[0-9,]+", "#");
        counts.computeIfAbsent(thread, kind -> new LongAdder()).increment();
    }
}
