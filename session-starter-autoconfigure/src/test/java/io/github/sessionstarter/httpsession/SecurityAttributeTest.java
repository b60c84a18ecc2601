package io.github.sessionstarter.httpsession;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.SessionLifetime;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AccountExpiredException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;

/** What Spring Security keeps in an HttpSession comes back as it was. */
class SecurityAttributeTest {

    private final Client client = new Client(new StoreSessionRepository(
            new MemorySessionStore(Clock.systemUTC()),
            new Msgpack(),
            new SessionIds("session:", 32, false, null),
            new SessionLifetime(Duration.ofDays(31), true, true, Duration.ZERO),
            Clock.systemUTC()));

    private Object kept(Object value) {
        client.does(session -> session.setAttribute("key", value));
        return client.asks(session -> session.getAttribute("key"));
    }

    private static final UserDetails USER =
            User.withUsername("wd").password("").roles("USER", "ADMIN").build();

    static Stream<Authentication> authentications() {
        var password = UsernamePasswordAuthenticationToken.authenticated(USER, null, USER.getAuthorities());
        password.setDetails(new WebAuthenticationDetails("127.0.0.1", "a session's id"));
        return Stream.of(
                password,
                new RememberMeAuthenticationToken("key", USER, USER.getAuthorities()),
                UsernamePasswordAuthenticationToken.authenticated(
                        "wd", null, AuthorityUtils.createAuthorityList("ROLE_USER")));
    }

    @ParameterizedTest
    @MethodSource("authentications")
    void aLogIn(Authentication authentication) {
        assertThat(kept(new SecurityContextImpl(authentication))).isEqualTo(new SecurityContextImpl(authentication));
    }

    @Test
    void aCsrfToken() {
        DefaultCsrfToken token = (DefaultCsrfToken) kept(new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"));

        assertThat(token.getToken()).isEqualTo("token");
        assertThat(token.getHeaderName()).isEqualTo("X-CSRF-TOKEN");
    }

    static Stream<AuthenticationException> failures() {
        return Stream.of(
                new BadCredentialsException("why"),
                new DisabledException("why"),
                new LockedException("why"),
                new AccountExpiredException("why"),
                new CredentialsExpiredException("why"),
                new SessionAuthenticationException("why"),
                new InternalAuthenticationServiceException("why", new IllegalStateException("cause")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailure(AuthenticationException failure) {
        assertThat(kept(failure)).isExactlyInstanceOf(failure.getClass()).hasFieldOrPropertyWithValue("message", "why");
    }

    @Test
    void aRequestThatWaitsWithoutOurCookiesAndWithAllOthers() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/page");
        request.setCookies(
                new Cookie("session", "secret"), new Cookie("theme", "dark"), new Cookie("session_flash", "1"));
        request.setParameter("page", "2");

        DefaultSavedRequest saved = (DefaultSavedRequest) kept(new DefaultSavedRequest(request));

        assertThat(saved.getCookies()).extracting(Cookie::getName).containsExactly("theme");
        assertThat(saved.getHeaderValues("cookie")).containsExactly("theme=dark");
        assertThat(saved.getParameterValues("page")).containsExactly("2");
        assertThat(saved.getRedirectUrl()).isEqualTo("http://localhost/page");
    }

    @Test
    void aRequestThatWaitsHasNoCookieHeaderWhereAllWereOurs() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/page");
        request.addHeader("cookie", "session=secret");

        DefaultSavedRequest saved = (DefaultSavedRequest) kept(new DefaultSavedRequest(request));

        assertThat(saved.getHeaderNames()).doesNotContain("cookie", "Cookie");
    }
}
