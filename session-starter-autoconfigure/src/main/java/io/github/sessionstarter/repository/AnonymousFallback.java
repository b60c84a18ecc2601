package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStoreException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens an empty session that cannot be changed where the store fails: who only reads is served as a visitor nobody
 * knows. A change, and a save that fails, are errors all the same.
 *
 * @param repository opens and saves where nothing fails
 */
public record AnonymousFallback(SessionRepository repository) implements SessionRepository {

    private static final Log log = LogFactory.getLog(AnonymousFallback.class);

    @Override
    public Opened open(@Nullable String cookieValue) {
        try {
            return repository.open(cookieValue);
        } catch (SessionStoreException e) {
            log.warn("A request gets an empty session that cannot be changed. " + e.getMessage());
            return Opened.unavailable(e);
        }
    }

    @Override
    public CookieAction save(Opened opened, Changes changes) {
        return repository.save(opened, changes);
    }

    @Override
    public Opened regenerate(Opened opened) {
        return repository.regenerate(opened);
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        return repository.refusal(value);
    }
}
