package io.github.sessionstarter.store.jdbc;

import javax.sql.DataSource;

class PostgresqlSessionStoreTest extends JdbcSessionStoreContract {

    @Override
    DataSource dataSource() {
        return Databases.postgresql();
    }

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    String createOddSchema() {
        jdbc().sql("CREATE SCHEMA IF NOT EXISTS \"an Odd\"\"one\"").update();
        return "an Odd\"one";
    }

    @Override
    String sqlAlchemyColumns() {
        return "id SERIAL NOT NULL, session_id VARCHAR(255), data BYTEA, expiry TIMESTAMP WITHOUT TIME ZONE,"
                + " PRIMARY KEY (id), UNIQUE (session_id)";
    }
}
