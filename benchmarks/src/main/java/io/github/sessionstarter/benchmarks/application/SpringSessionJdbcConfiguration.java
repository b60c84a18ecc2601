package io.github.sessionstarter.benchmarks.application;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DataSourceInitializer;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Spring Session as its documentation sets it up, with its tables. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
@Import(HttpSessionController.class)
class SpringSessionJdbcConfiguration {

    @Bean
    DataSourceInitializer springSessionTables(DataSource dataSource) {
        ResourceDatabasePopulator populator = new ResourceDatabasePopulator(
                new ClassPathResource("org/springframework/session/jdbc/schema-postgresql.sql"));
        // they may be there
        populator.setContinueOnError(true);
        DataSourceInitializer initializer = new DataSourceInitializer();
        initializer.setDataSource(dataSource);
        initializer.setDatabasePopulator(populator);
        return initializer;
    }
}
