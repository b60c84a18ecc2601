package io.github.sessionstarter.sample;

import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.autoconfigure.SessionProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Shows the session and lets it be changed. An application that is no demonstration shows neither. */
@Controller
@RequestMapping("/session")
class SessionController {

    private static final String VISITS = "visits";

    private final Session session;
    private final FlashMessages flashMessages;
    private final CsrfToken csrfToken;
    private final SessionProperties properties;
    private final @Nullable SessionStore store;

    SessionController(
            Session session,
            FlashMessages flashMessages,
            CsrfToken csrfToken,
            SessionProperties properties,
            ObjectProvider<SessionStore> store) {
        this.session = session;
        this.flashMessages = flashMessages;
        this.csrfToken = csrfToken;
        this.properties = properties;
        this.store = store.getIfAvailable();
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        // what the page itself does to the session comes first, so that the page shows the session that it leaves
        flashMessages.consume();
        csrfToken.value();
        model.addAttribute("type", properties.getType());
        model.addAttribute("samples", SampleValue.values());
        model.addAttribute("rows", rows());
        if (store == null) {
            showCookie(request, model);
        } else {
            showRecord(store, model);
        }
        return "session";
    }

    private void showCookie(HttpServletRequest request, Model model) {
        CookieContents cookie = cookie(request);
        model.addAttribute("cookie", cookie);
        if (cookie != null) {
            model.addAttribute("acceptedUntil", cookie.signedAt().plus(properties.getLifetime()));
        }
    }

    private void showRecord(SessionStore store, Model model) {
        String key = properties.getKeyPrefix() + session.getId();
        StoredValue stored = store.load(key, null);
        model.addAttribute("stored", true);
        model.addAttribute("record", stored == null ? null : RecordContents.of(key, stored, Instant.now()));
        model.addAttribute("lifetime", RecordContents.text(properties.getLifetime()));
    }

    private List<SessionRow> rows() {
        return session.entrySet().stream()
                .map(entry -> SessionRow.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(SessionRow::key))
                .toList();
    }

    private @Nullable CookieContents cookie(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, properties.getCookie().getName());
        return cookie == null ? null : CookieContents.of(cookie.getValue());
    }

    @PostMapping("/put")
    String put(@RequestParam SampleValue sample) {
        session.put(sample.key(), sample.value());
        flashMessages.add("success", "“" + sample.key() + "” was put into the session");
        return "redirect:/session";
    }

    /** Flask would not notice this change, unless told by {@code session.modified = True}. */
    @PostMapping("/append")
    @SuppressWarnings("unchecked")
    String append() {
        var visits = (List<@Nullable Object>) session.computeIfAbsent(VISITS, key -> new ArrayList<>());
        visits.add(Instant.now());
        return "redirect:/session";
    }

    @PostMapping("/permanent")
    String permanent(@RequestParam boolean permanent) {
        session.setPermanent(permanent);
        return "redirect:/session";
    }

    /** Flashes nothing: the message would be in the session again. */
    @PostMapping("/clear")
    String clear() {
        session.clear();
        return "redirect:/session";
    }
}
