package cloudportal.bench.counter;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wraps the data source of whatever server finds this on its class path. */
@AutoConfiguration
public class CountingDataSource {

    @Bean
    static BeanPostProcessor countingPostProcessor() {
        Counts counts = new Counts();
        CountsPort.open(counts);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource
                        ? ProxyDataSourceBuilder.create(dataSource)
                                .listener(counts.statements())
                                .listener(counts.commits())
                                .build()
                        : bean;
            }
        };
    }
}
