package io.github.sessionstarter.sample;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Entries {

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, the latest first. */
    List<Entry> all() {
        return jdbc.sql("select id, title, text from entries order by id desc")
                .query(Entry.class)
                .list();
    }

    void add(String title, String text) {
        jdbc.sql("insert into entries (title, text) values (?, ?)")
                .param(title)
                .param(text)
                .update();
    }
}
