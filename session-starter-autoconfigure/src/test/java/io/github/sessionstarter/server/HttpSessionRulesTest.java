package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.sessionstarter.server.Browser.SetCookie;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Servlet 6.1 says of sessions in chapter 7, and in the Javadoc of HttpSession and HttpServletRequest, rule by rule. */
class HttpSessionRulesTest {

    private static final List<TestServer> servers = new ArrayList<>();

    private static final String ALLOWED = "io.github.sessionstarter.server";

    /** One visitor of one application. */
    private record Visitor(Browser browser, boolean stored) {

        Browser.Answer does(ProbeApplication.Step step) {
            return ProbeApplication.run(browser, step);
        }

        /** With a session that the browser knows. */
        Visitor known() {
            does((request, response) -> request.getSession().setAttribute("key", "value"));
            return this;
        }
    }

    private interface Check {

        void check(Visitor visitor) throws Exception;
    }

    private record Rule(String source, String rule, Check check) {}

    private static final List<Rule> RULES = List.of(
            new Rule("7.1.1", "the session's cookie may have another name, and can be HttpOnly", visitor -> {
                SetCookie cookie = visitor.does(
                                (request, response) -> request.getSession().setAttribute("key", "value"))
                        .setCookies()
                        .get(0);

                assertThat(cookie.name()).isEqualTo("session");
                assertThat(cookie.attributes()).containsKey("HttpOnly");
            }),
            new Rule("7.1.3", "a session's id is never in a URL", visitor -> visitor.known()
                    .does((request, response) -> {
                        assertThat(response.encodeURL("/page")).isEqualTo("/page");
                        assertThat(request.isRequestedSessionIdFromURL()).isFalse();
                    })),
            new Rule("7.2", "a session is new until the client has joined it", visitor -> {
                visitor.does((request, response) -> {
                    request.getSession().setAttribute("key", "value");
                    assertThat(request.getSession().isNew()).isTrue();
                });
                visitor.does((request, response) ->
                        assertThat(request.getSession().isNew()).isFalse());
            }),
            new Rule("7.2", "a client that does not join has a new session each time", visitor -> {
                visitor.known();
                visitor.browser().forget("session");
                visitor.does((request, response) -> {
                    assertThat(request.getSession().isNew()).isTrue();
                    assertThat(request.getSession().getAttribute("key")).isNull();
                });
            }),
            new Rule("7.2", "a session keeps its id", visitor -> {
                List<String> ids = new ArrayList<>();
                visitor.known();
                for (int i = 0; i < 2; i++) {
                    visitor.does(
                            (request, response) -> ids.add(request.getSession().getId()));
                }
                assertThat(ids.get(0)).isNotEmpty().isEqualTo(ids.get(1));
            }),
            new Rule(
                    "7.2", "a new session whose id somebody asked for is the same one in the next request", visitor -> {
                        List<String> ids = new ArrayList<>();
                        for (int i = 0; i < 2; i++) {
                            visitor.does((request, response) ->
                                    ids.add(request.getSession().getId()));
                        }
                        assertThat(ids.get(0)).isEqualTo(ids.get(1));
                    }),
            new Rule("7.2", "changeSessionId gives the session another id and nothing else", visitor -> {
                List<String> ids = new ArrayList<>();
                visitor.known().does((request, response) -> {
                    HttpSession session = request.getSession();
                    ids.add(session.getId());
                    ids.add(request.changeSessionId());
                    ids.add(session.getId());
                    assertThat(request.getSession()).isSameAs(session);
                });
                visitor.does((request, response) -> {
                    ids.add(request.getSession().getId());
                    assertThat(request.getSession().getAttribute("key")).isEqualTo("value");
                });
                assertThat(ids.get(1))
                        .isNotEqualTo(ids.get(0))
                        .isEqualTo(ids.get(2))
                        .isEqualTo(ids.get(3));
            }),
            new Rule("7.2", "an id that was changed opens nothing any more", visitor -> {
                String old = visitor.known().browser().cookie("session");
                visitor.does((request, response) -> request.changeSessionId());
                visitor.browser().setCookie("session", old);

                visitor.does((request, response) ->
                        assertThat(request.getSession(false) == null).isEqualTo(visitor.stored()));
            }),
            new Rule("7.3", "a dispatch within the application sees the same session", visitor -> visitor.known()
                    .does((request, response) -> {
                        HttpSession session = request.getSession();
                        HttpSession[] inner = new HttpSession[1];
                        request.setAttribute("inner", inner);
                        request.getRequestDispatcher("/included").include(request, response);
                        assertThat(inner[0]).isSameAs(session);
                    })),
            new Rule("7.4", "an attribute that is set is there in the same request and in the next", visitor -> {
                visitor.does((request, response) -> {
                    request.getSession().setAttribute("key", "value");
                    assertThat(request.getSession().getAttribute("key")).isEqualTo("value");
                });
                visitor.does((request, response) -> {
                    assertThat(request.getSession().getAttribute("key")).isEqualTo("value");
                    assertThat(Collections.list(request.getSession().getAttributeNames()))
                            .containsExactly("key");
                });
            }),
            new Rule("7.4", "setting null removes", visitor -> {
                visitor.known().does((request, response) -> request.getSession().setAttribute("key", null));
                visitor.does((request, response) ->
                        assertThat(request.getSession().getAttribute("key")).isNull());
            }),
            new Rule(
                    "7.4",
                    "removing what is not there does nothing",
                    visitor -> visitor.does((request, response) -> {
                        ProbeApplication.HEARD.clear();
                        request.getSession().removeAttribute("other");
                        assertThat(ProbeApplication.HEARD).containsExactly("created");
                    })),
            new Rule(
                    "7.4",
                    "null is no name",
                    visitor -> visitor.does((request, response) -> {
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> request.getSession().setAttribute(null, "value"));
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> request.getSession().getAttribute(null));
                    })),
            new Rule(
                    "7.4",
                    "valueBound is called before the object can be got, valueUnbound when it can be got no more",
                    visitor -> visitor.does((request, response) -> {
                        HttpSession session = request.getSession();
                        ProbeApplication.HEARD.clear();
                        session.setAttribute("key", Bound.named("a"));
                        session.setAttribute("key", Bound.named("b"));
                        session.removeAttribute("key");
                        assertThat(ProbeApplication.HEARD)
                                .containsExactly(
                                        "a bound",
                                        "added key=a",
                                        "b bound",
                                        "a unbound",
                                        "replaced key=a",
                                        "b unbound",
                                        "removed key=b");
                    })),
            new Rule(
                    "7.4",
                    "the same object again is not bound again",
                    visitor -> visitor.does((request, response) -> {
                        HttpSession session = request.getSession();
                        Bound bound = Bound.named("a");
                        session.setAttribute("key", bound);
                        ProbeApplication.HEARD.clear();
                        session.setAttribute("key", bound);
                        assertThat(ProbeApplication.HEARD).containsExactly("replaced key=a");
                    })),
            new Rule("7.4", "an object of an earlier request is unbound too", visitor -> {
                visitor.does((request, response) -> request.getSession().setAttribute("key", Bound.named("a")));
                visitor.does((request, response) -> {
                    ProbeApplication.HEARD.clear();
                    request.getSession().removeAttribute("key");
                    assertThat(ProbeApplication.HEARD).containsExactly("a comes", "a unbound", "removed key=a");
                });
            }),
            new Rule(
                    "7.5",
                    "a session's default time out is the application's",
                    visitor -> visitor.does((request, response) -> assertThat(
                                    request.getSession().getMaxInactiveInterval())
                            .isEqualTo((int) Duration.ofDays(31).toSeconds()))),
            new Rule("7.5", "one session may have a time out of its own", visitor -> {
                visitor.known().does((request, response) -> {
                    request.getSession().setMaxInactiveInterval(60);
                    assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(60);
                });
                visitor.does(
                        (request, response) -> assertThat(request.getSession().getMaxInactiveInterval())
                                .isEqualTo(60));
            }),
            new Rule("7.5", "zero or less is no time out", visitor -> {
                visitor.known().does((request, response) -> request.getSession().setMaxInactiveInterval(-1));
                visitor.does((request, response) -> {
                    assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(-1);
                    assertThat(request.getSession().getAttribute("key")).isEqualTo("value");
                });
            }),
            new Rule("7.6", "the last access is that of the request before", visitor -> {
                List<Long> times = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    visitor.does((request, response) -> {
                        times.add(System.currentTimeMillis());
                        times.add(request.getSession().getLastAccessedTime());
                        times.add(request.getSession().getLastAccessedTime());
                    });
                }
                assertThat(times.get(4)).isEqualTo(times.get(5)).isLessThanOrEqualTo(times.get(0));
                assertThat(times.get(7)).isBetween(times.get(0), times.get(3));
            }),
            new Rule("getCreationTime", "does not change", visitor -> {
                List<Long> times = new ArrayList<>();
                long before = System.currentTimeMillis();
                for (int i = 0; i < 2; i++) {
                    visitor.does((request, response) ->
                            times.add(request.getSession().getCreationTime()));
                }
                assertThat(times.get(0)).isEqualTo(times.get(1)).isGreaterThanOrEqualTo(before - 5);
            }),
            new Rule("7.7.1", "several threads of a request may use the session at once", visitor -> {
                visitor.does((request, response) -> {
                    HttpSession session = request.getSession();
                    var threads = Executors.newFixedThreadPool(4);
                    List<Callable<Void>> tasks = new ArrayList<>();
                    for (int i = 0; i < 40; i++) {
                        String name = "key" + i;
                        tasks.add(() -> {
                            session.setAttribute(name, name);
                            return null;
                        });
                    }
                    for (Future<Void> done : threads.invokeAll(tasks)) {
                        done.get();
                    }
                    threads.shutdown();
                });
                visitor.does((request, response) -> assertThat(
                                Collections.list(request.getSession().getAttributeNames()))
                        .hasSize(40));
            }),
            new Rule(
                    "7.7.2",
                    "what cannot migrate is refused",
                    visitor -> visitor.does((request, response) -> assertThatIllegalArgumentException()
                            .isThrownBy(() -> request.getSession().setAttribute("key", new Thread())))),
            new Rule("7.7.2", "an attribute is told before it goes and after it has come", visitor -> {
                visitor.does((request, response) -> request.getSession().setAttribute("key", Bound.named("a")));
                ProbeApplication.HEARD.clear();
                visitor.does((request, response) -> request.getSession().getAttribute("key"));
                assertThat(ProbeApplication.HEARD).startsWith("a comes").endsWith("a goes");
            }),
            new Rule("getSession", "does not create a session where it is not asked to", visitor -> {
                Browser.Answer answer = visitor.does((request, response) ->
                        assertThat(request.getSession(false)).isNull());
                assertThat(answer.setCookies()).isEmpty();
            }),
            new Rule(
                    "getSession",
                    "cannot create one when the response is committed",
                    visitor -> visitor.does((request, response) -> {
                        response.flushBuffer();
                        assertThatIllegalStateException().isThrownBy(request::getSession);
                        assertThat(request.getSession(false)).isNull();
                    })),
            new Rule(
                    "getServletContext",
                    "is the application's",
                    visitor -> visitor.does((request, response) -> assertThat(
                                    request.getSession().getServletContext())
                            .isSameAs(request.getServletContext()))),
            new Rule(
                    "changeSessionId",
                    "needs a session",
                    visitor -> visitor.does((request, response) ->
                            assertThatIllegalStateException().isThrownBy(request::changeSessionId))),
            new Rule(
                    "changeSessionId", "is heard of", visitor -> visitor.known().does((request, response) -> {
                        ProbeApplication.HEARD.clear();
                        request.changeSessionId();
                        assertThat(ProbeApplication.HEARD).containsExactly("id false");
                    })),
            new Rule(
                    "getRequestedSessionId",
                    "is null where the request named no session",
                    visitor -> visitor.does((request, response) -> {
                        assertThat(request.getRequestedSessionId()).isNull();
                        assertThat(request.isRequestedSessionIdValid()).isFalse();
                        assertThat(request.isRequestedSessionIdFromCookie()).isFalse();
                    })),
            new Rule("getRequestedSessionId", "is the session's where it lives", visitor -> visitor.known()
                    .does((request, response) -> {
                        assertThat(request.getRequestedSessionId())
                                .isEqualTo(request.getSession().getId());
                        assertThat(request.isRequestedSessionIdValid()).isTrue();
                        assertThat(request.isRequestedSessionIdFromCookie()).isTrue();
                    })),
            new Rule(
                    "getRequestedSessionId",
                    "is no session's where the request named one that does not live",
                    visitor -> {
                        visitor.browser().setCookie("session", "unknown");
                        visitor.does((request, response) -> {
                            assertThat(request.getRequestedSessionId()).isNotEmpty();
                            assertThat(request.isRequestedSessionIdValid()).isFalse();
                            assertThat(request.getSession(false)).isNull();
                        });
                    }),
            new Rule("invalidate", "ends the session here and in the store", visitor -> {
                String old = visitor.known().browser().cookie("session");
                Browser.Answer answer = visitor.does((request, response) -> {
                    request.getSession().invalidate();
                    assertThat(request.getSession(false)).isNull();
                    assertThat(request.isRequestedSessionIdValid()).isFalse();
                });
                assertThat(answer.setCookies()).singleElement().matches(SetCookie::deletes);
                visitor.browser().setCookie("session", old);
                visitor.does((request, response) ->
                        assertThat(request.getSession(false) == null).isEqualTo(visitor.stored()));
            }),
            new Rule("invalidate", "makes everything of the session throw", visitor -> visitor.known()
                    .does((request, response) -> {
                        HttpSession session = request.getSession();
                        session.invalidate();
                        assertThatIllegalStateException().isThrownBy(session::invalidate);
                        assertThatIllegalStateException().isThrownBy(session::getId);
                        assertThatIllegalStateException().isThrownBy(session::getCreationTime);
                        assertThatIllegalStateException().isThrownBy(session::getLastAccessedTime);
                        assertThatIllegalStateException().isThrownBy(session::isNew);
                        assertThatIllegalStateException().isThrownBy(session::getAttributeNames);
                        assertThatIllegalStateException().isThrownBy(() -> session.getAttribute("key"));
                        assertThatIllegalStateException().isThrownBy(() -> session.setAttribute("key", "value"));
                        assertThatIllegalStateException().isThrownBy(() -> session.removeAttribute("key"));
                        assertThatIllegalStateException().isThrownBy(session::getAccessor);
                    })),
            new Rule("invalidate", "is heard of while attributes can be got, and then of each attribute", visitor -> {
                visitor.known().does((request, response) -> {
                    ProbeApplication.HEARD.clear();
                    request.getSession().invalidate();
                    assertThat(ProbeApplication.HEARD).containsExactly("destroyed value", "removed key=value");
                });
            }),
            new Rule("invalidate", "is not prevented by a listener that fails", visitor -> {
                visitor.does((request, response) -> request.getSession().setAttribute("key", 1));
                visitor.does((request, response) -> {
                    ProbeApplication.HEARD.clear();
                    request.getSession().invalidate();
                    assertThat(ProbeApplication.HEARD).containsExactly("destroyed 1", "removed key=1");
                });
                visitor.does((request, response) ->
                        assertThat(request.getSession(false)).isNull());
            }),
            new Rule("invalidate", "leaves room for another session in the same request", visitor -> {
                List<String> ids = new ArrayList<>();
                visitor.known().does((request, response) -> {
                    ids.add(request.getSession().getId());
                    request.getSession().invalidate();
                    HttpSession another = request.getSession();
                    assertThat(another.isNew()).isTrue();
                    assertThat(another.getAttribute("key")).isNull();
                    another.setAttribute("other", "value");
                    ids.add(another.getId());
                });
                visitor.does((request, response) -> {
                    assertThat(Collections.list(request.getSession().getAttributeNames()))
                            .containsExactly("other");
                    ids.add(request.getSession().getId());
                });
                assertThat(ids.get(1)).isNotEqualTo(ids.get(0)).isEqualTo(ids.get(2));
            }),
            new Rule("getAccessor", "opens the session outside of requests, as a request would", visitor -> {
                HttpSession.Accessor[] accessor = new HttpSession.Accessor[1];
                visitor.known()
                        .does((request, response) ->
                                accessor[0] = request.getSession().getAccessor());

                accessor[0].access(session -> {
                    assertThat(session.getAttribute("key")).isEqualTo("value");
                    if (visitor.stored()) {
                        session.setAttribute("key", "from outside");
                    } else {
                        assertThatIllegalStateException().isThrownBy(() -> session.setAttribute("key", "from outside"));
                    }
                });

                visitor.does(
                        (request, response) -> assertThat(request.getSession().getAttribute("key"))
                                .isEqualTo(visitor.stored() ? "from outside" : "value"));
            }),
            new Rule("getAccessor", "opens nothing where the session is over or has another id", visitor -> {
                HttpSession.Accessor[] accessor = new HttpSession.Accessor[1];
                visitor.known()
                        .does((request, response) ->
                                accessor[0] = request.getSession().getAccessor());
                visitor.does((request, response) -> request.changeSessionId());

                if (visitor.stored()) {
                    assertThatIllegalStateException().isThrownBy(() -> accessor[0].access(session -> {}));
                }
            }));

    @AfterAll
    static void stop() {
        servers.forEach(TestServer::close);
    }

    @TestFactory
    Stream<DynamicNode> everyRuleHolds() {
        return Stream.of(ServletContainer.values()).flatMap(container -> Stream.of(true, false)
                .map(stored -> DynamicContainer.dynamicContainer(
                        container + (stored ? ", Redis" : ", cookie"), tests(container, stored))));
    }

    private static Stream<DynamicTest> tests(ServletContainer container, boolean stored) {
        Map<String, String> properties = new HashMap<>(stored ? Stores.REDIS.properties() : Map.of());
        properties.put("session.http-session.allowed-types", ALLOWED);
        TestServer server = TestServer.start(container, ProbeApplication.class, properties);
        servers.add(server);
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.source() + ": " + rule.rule(), () -> rule.check()
                        .check(new Visitor(server.browser(), stored))));
    }
}
