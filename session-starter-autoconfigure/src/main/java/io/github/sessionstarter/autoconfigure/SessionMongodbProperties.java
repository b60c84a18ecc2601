package io.github.sessionstarter.autoconfigure;

/** What is set under {@code session.mongodb.*}. */
public class SessionMongodbProperties {

    /** The database that keeps the sessions. */
    private String database = "flask_session";

    /** The collection that keeps the sessions. */
    private String collection = "sessions";

    /** Whether the indexes that expire and find sessions are made at start-up. */
    private boolean createIndexes = true;

    public String getDatabase() {
        return database;
    }

    public void setDatabase(String database) {
        this.database = database;
    }

    public String getCollection() {
        return collection;
    }

    public void setCollection(String collection) {
        this.collection = collection;
    }

    public boolean isCreateIndexes() {
        return createIndexes;
    }

    public void setCreateIndexes(boolean createIndexes) {
        this.createIndexes = createIndexes;
    }
}
