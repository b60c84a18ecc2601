package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.CookieProcessor;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.http.ServerCookie;
import org.apache.tomcat.util.http.ServerCookies;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.http.CookieParser;

/** What {@code getCookies} answers, or throws, by the parsers of the containers themselves. */
final class ContainerCookies {

    private static final int MAX_COOKIES = 200;

    private ContainerCookies() {}

    /** As {@code org.apache.catalina.connector.Request} does it. */
    static List<Cookie> ofTomcat(List<String> headers) {
        MimeHeaders mimeHeaders = new MimeHeaders();
        for (String header : headers) {
            byte[] bytes = header.getBytes(ISO_8859_1);
            mimeHeaders.addValue("Cookie").setBytes(bytes, 0, bytes.length);
        }
        CookieProcessor processor = new Rfc6265CookieProcessor();
        ServerCookies serverCookies = new ServerCookies(MAX_COOKIES);
        processor.parseCookieHeader(mimeHeaders, serverCookies);
        List<Cookie> cookies = new ArrayList<>();
        for (int i = 0; i < serverCookies.getCookieCount(); i++) {
            ServerCookie cookie = serverCookies.getCookie(i);
            cookie.getValue().getByteChunk().setCharset(processor.getCharset());
            add(cookies, cookie.getName().toString(), cookie.getValue().toString());
        }
        return cookies;
    }

    /** As {@code org.eclipse.jetty.server.Request} does it. */
    static List<Cookie> ofJetty(List<String> headers) {
        List<Cookie> cookies = new ArrayList<>();
        CookieParser.newParser(
                        (name, value, version, domain, path, comment) -> add(cookies, name, value),
                        CookieCompliance.RFC6265,
                        ComplianceViolation.Listener.NOOP)
                .parseFields(headers);
        return cookies;
    }

    private static void add(List<Cookie> cookies, String name, String value) {
        try {
            cookies.add(new Cookie(name, value));
        } catch (IllegalArgumentException e) {
            // no name that a cookie may have: the containers leave it out
        }
    }
}
