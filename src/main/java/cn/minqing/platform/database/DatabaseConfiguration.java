package cn.minqing.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One PostgreSQL for everything: {@code DATABASE_URL} names one of your own, else an embedded one is started. */
@Configuration
class DatabaseConfiguration {
    private static final String EMBEDDED = "'${minqing.database.url:}'.isEmpty()";

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression(EMBEDDED)
    EmbeddedDatabase embeddedDatabase(
            @Value("${minqing.database.folder}") Path folder,
            @Value("${minqing.database.pool-size}") int poolSize,
            @Value("${minqing.database.durable:true}") boolean durable) {
        return new EmbeddedDatabase(folder, poolSize + 20, durable);
    }

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    DataSource embeddedDataSource(EmbeddedDatabase database, @Value("${minqing.database.pool-size}") int poolSize) {
        return pool(database.url(), database.user(), database.password(), poolSize);
    }

    @Bean
    @ConditionalOnExpression("!" + EMBEDDED)
    DataSource ownDataSource(
            @Value("${minqing.database.url}") String url,
            @Value("${minqing.database.user}") String user,
            @Value("${minqing.database.password}") String password,
            @Value("${minqing.database.pool-size}") int poolSize) {
        return pool(url, user, password, poolSize);
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
