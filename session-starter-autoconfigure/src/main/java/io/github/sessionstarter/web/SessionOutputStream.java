package io.github.sessionstarter.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Tells the response wrapper of bytes before they go out. */
final class SessionOutputStream extends ServletOutputStream {

    private final ServletOutputStream delegate;
    private final SessionResponseWrapper response;

    SessionOutputStream(ServletOutputStream delegate, SessionResponseWrapper response) {
        this.delegate = delegate;
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        response.beforeWriting(1);
        delegate.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        response.beforeWriting(length);
        delegate.write(bytes, offset, length);
    }

    @Override
    public void write(ByteBuffer buffer) throws IOException {
        response.beforeWriting(buffer.remaining());
        delegate.write(buffer);
    }

    @Override
    public void flush() throws IOException {
        response.beforeCommit();
        delegate.flush();
    }

    @Override
    public void close() throws IOException {
        response.beforeCommit();
        delegate.close();
    }

    @Override
    public boolean isReady() {
        return delegate.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        delegate.setWriteListener(listener);
    }
}
