package org.dueregard;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * The SQL statements that the calling thread sends while something happens, so that a test can hold a page to its
 * number. {@code MockMvc} answers on the caller's thread; a browser's requests are not seen.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount implements BeanPostProcessor {

    private final ThreadLocal<@Nullable List<String>> recording = new ThreadLocal<>();

    /** What to watch; like most of what it calls it may throw anything. */
    @FunctionalInterface
    public interface Action {

        void run() throws Exception;
    }

    /** The statements in the order they were sent; a batch is as many as it holds. */
    public List<String> during(Action action) throws Exception {
        var outer = recording.get();
        if (outer != null) {
            throw new IllegalStateException("Statements are being counted already");
        }
        var statements = new ArrayList<String>();
        recording.set(statements);
        try {
            action.run();
        } finally {
            recording.remove();
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource
                ? ProxyDataSourceBuilder.create(name, dataSource)
                        .listener(new Recorder())
                        .build()
                : bean;
    }

    private final class Recorder implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var statements = recording.get();
            if (statements != null) {
                queries.forEach(query -> statements.add(query.getQuery()));
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }
}
