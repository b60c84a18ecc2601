package io.github.sessionstarter.server;

import io.github.sessionstarter.Session;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@link CommitApplication} does, without Spring MVC, whose own wrappers change some calls into others. */
final class CommitServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final List<String> PATHS = List.of(
            "/raw-write-buffer",
            "/raw-write-large",
            "/raw-multibyte",
            "/raw-characters",
            "/raw-lines",
            "/raw-print-on-the-stream",
            "/raw-check-error",
            "/raw-forward",
            "/raw-forward-to-a-change-without-a-body",
            "/raw-include-then-write",
            "/raw-changed-in-the-include",
            "/raw-redirect",
            "/raw-empty");

    private final transient Session session;

    CommitServlet(Session session) {
        this.session = session;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        response.setContentType("text/plain;charset=UTF-8");
        if (!path.equals("/raw-changed-in-the-include") && !path.equals("/raw-forward-to-a-change-without-a-body")) {
            session.put("case", path.substring(1));
        }
        switch (path) {
            case "/raw-write-buffer" -> response.getOutputStream().write(ByteBuffer.wrap(bytes(20_000)));
            case "/raw-write-large" -> response.getOutputStream().write(bytes(20_000));
            case "/raw-multibyte" -> response.getWriter().write("漢".repeat(4_000));
            case "/raw-characters" ->
                response.getWriter().write("漢".repeat(4_000).toCharArray());
            case "/raw-lines" -> {
                for (int i = 0; i < 10_000; i++) {
                    response.getWriter().println(i);
                }
            }
            case "/raw-print-on-the-stream" -> response.getOutputStream().print("x".repeat(20_000));
            case "/raw-check-error" -> checkError(response);
            case "/raw-forward" -> request.getRequestDispatcher("/short").forward(request, response);
            case "/raw-forward-to-a-change-without-a-body" ->
                request.getRequestDispatcher("/forwarded-empty?case=" + path.substring(1))
                        .forward(request, response);
            case "/raw-include-then-write" -> {
                request.getRequestDispatcher("/included").include(request, response);
                response.getWriter().write("after");
            }
            case "/raw-changed-in-the-include" ->
                request.getRequestDispatcher("/included?case=raw-changed-in-the-include")
                        .include(request, response);
            case "/raw-redirect" -> response.sendRedirect("/short", HttpServletResponse.SC_SEE_OTHER);
            default -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void checkError(HttpServletResponse response) throws IOException {
        if (response.getWriter().append("body").checkError()) {
            throw new IOException("The writer failed");
        }
    }

    private static byte[] bytes(int length) {
        return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }
}
