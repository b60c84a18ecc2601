package io.github.sessionstarter.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/** A key as a parameter. Spring logs the text of every parameter on the TRACE level; this one's says nothing. */
record Key(String value) implements SqlTypeValue {

    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
            throws SQLException {
        statement.setString(index, value);
    }

    @Override
    public String toString() {
        return "key";
    }
}
