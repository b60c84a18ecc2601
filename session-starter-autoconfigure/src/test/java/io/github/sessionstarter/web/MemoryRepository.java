package io.github.sessionstarter.web;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps sessions in memory under ids, as a store's repository would, and remembers what it was asked to save. */
final class MemoryRepository implements SessionRepository {

    final Map<String, Map<String, @Nullable Object>> records = new LinkedHashMap<>();
    final List<Changes> saves = new ArrayList<>();
    int opens;
    boolean failNextSave;
    boolean failOpen;
    CookieAction nextAction;
    Runnable whileSaving = () -> {};
    private int ids;

    @Override
    public Opened open(@Nullable String cookieValue) {
        opens++;
        if (failOpen) {
            throw new IllegalStateException("expected");
        }
        Map<String, @Nullable Object> record = cookieValue == null ? null : records.get(cookieValue);
        return record == null
                ? Opened.fresh().withId("id-" + ids++)
                : Opened.existing(new LinkedHashMap<>(record)).withId(cookieValue);
    }

    @Override
    public CookieAction save(Opened opened, Changes changes) {
        if (failNextSave) {
            failNextSave = false;
            throw new IllegalStateException("expected");
        }
        whileSaving.run();
        saves.add(new Changes(
                new LinkedHashMap<>(changes.data()), changes.keys(), changes.cleared(), changes.modified()));
        if (nextAction != null) {
            return nextAction;
        }
        if (!changes.modified()) {
            return new CookieAction.Keep();
        }
        records.put(opened.id(), new LinkedHashMap<>(changes.data()));
        return new CookieAction.SetValue(opened.id(), null);
    }

    @Override
    public Opened regenerate(Opened opened) {
        return opened.withId("id-" + ids++);
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        return "unwanted".equals(value) ? "it is unwanted" : null;
    }
}
