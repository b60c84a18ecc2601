package io.github.sessionstarter.actuate;

import io.micrometer.observation.Observation;

/** One call of a session store, as it is observed. It knows neither the key nor the value. */
public final class SessionStoreObservationContext extends Observation.Context {

    private final String type;
    private final Operation operation;
    private Result result = Result.ERROR;

    SessionStoreObservationContext(String type, Operation operation) {
        this.type = type;
        this.operation = operation;
    }

    /** What a store is asked for; the methods of {@link io.github.sessionstarter.SessionStore}. */
    public enum Operation {
        LOAD,
        INSERT,
        REPLACE,
        DELETE_IF_UNCHANGED,
        DELETE,
        TOUCH,
        PURGE_EXPIRED
    }

    /** What became of it. */
    public enum Result {
        /** It was done, or found. */
        DONE,
        /** There was no such record. */
        GONE,
        /** Somebody else had changed the record, or had made one of the key. */
        CHANGED,
        /** The store failed; {@link #getError} says how. */
        ERROR
    }

    /** The {@code session.type}, or {@code custom} where the store is the application's own. */
    public String getType() {
        return type;
    }

    public Operation getOperation() {
        return operation;
    }

    /** Until the call is over: {@link Result#ERROR}. */
    public Result getResult() {
        return result;
    }

    void setResult(Result result) {
        this.result = result;
    }
}
