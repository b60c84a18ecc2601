package io.github.sessionstarter.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Knows when the response is about to commit, and settles the session before: at everything that ends, redirects or
 * flushes the response, and when output nears what the container holds back.
 *
 * <p>A container may commit long before its buffer is full: Jetty does when a single write is larger than a quarter of
 * it. So a quarter of the buffer is as far as output goes unsaved.
 */
final class SessionResponseWrapper extends HttpServletResponseWrapper {

    private static final String CONTENT_LENGTH = "Content-Length";

    private final RequestSession session;
    private @Nullable ServletOutputStream outputStream;
    private @Nullable PrintWriter writer;

    SessionResponseWrapper(HttpServletResponse response, RequestSession session) {
        super(response);
        this.session = session;
    }

    /** Settles the session where the container may commit with so many more bytes. */
    void beforeWriting(long bytes) {
        BodyProgress body = session.body();
        body.write(bytes);
        if (body.isComplete() || body.hasReached(getBufferSize() / 4)) {
            session.settle();
        }
    }

    /** The last moment for a cookie: objects that changed since an early save count once more. */
    void beforeCommit() {
        if (isCommitted()) {
            session.settle();
        } else {
            session.settleForGood();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (outputStream == null) {
            outputStream = new SessionOutputStream(super.getOutputStream(), this);
        }
        return outputStream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new SessionWriter(super.getWriter(), this, maxBytesPerCharacter());
        }
        return writer;
    }

    private int maxBytesPerCharacter() {
        try {
            return (int) Math.ceil(
                    Charset.forName(getCharacterEncoding()).newEncoder().maxBytesPerChar());
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return 4;
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        beforeCommit();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        beforeCommit();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        beforeCommit();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        beforeCommit();
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        beforeCommit();
        super.sendRedirect(location, clearBuffer);
    }

    @Override
    public void sendRedirect(String location, int status) throws IOException {
        beforeCommit();
        super.sendRedirect(location, status);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        beforeCommit();
        super.sendRedirect(location, status, clearBuffer);
    }

    @Override
    public void reset() {
        super.reset();
        session.body().reset();
        outputStream = null;
        writer = null;
        session.unsettle();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        session.body().resetBuffer();
    }

    @Override
    public void setContentLength(int length) {
        beforeContentLength(length);
        super.setContentLength(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        beforeContentLength(length);
        super.setContentLengthLong(length);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        beforeHeader(name, value);
        super.setHeader(name, value);
        if (name.equalsIgnoreCase("Set-Cookie") || name.equalsIgnoreCase("Vary")) {
            session.unsettle();
        }
    }

    @Override
    public void addHeader(String name, String value) {
        beforeHeader(name, value);
        super.addHeader(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (CONTENT_LENGTH.equalsIgnoreCase(name)) {
            beforeContentLength(value);
        }
        super.setIntHeader(name, value);
    }

    @Override
    public void addIntHeader(String name, int value) {
        if (CONTENT_LENGTH.equalsIgnoreCase(name)) {
            beforeContentLength(value);
        }
        super.addIntHeader(name, value);
    }

    private void beforeHeader(String name, @Nullable String value) {
        if (!CONTENT_LENGTH.equalsIgnoreCase(name)) {
            return;
        }
        try {
            beforeContentLength(value == null ? -1 : Long.parseLong(value));
        } catch (NumberFormatException e) {
            // the container's to judge
            beforeCommit();
        }
    }

    /** A response that has as many bytes as announced is complete, and may commit at once. */
    private void beforeContentLength(long length) {
        session.body().announce(length);
        if (session.body().isComplete()) {
            beforeCommit();
        }
    }
}
