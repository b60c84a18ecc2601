package io.github.sessionstarter.web;

import java.io.PrintWriter;

/** Tells the response wrapper of characters before they go out; everything else that prints calls one of these. */
final class SessionWriter extends PrintWriter {

    private final PrintWriter delegate;
    private final SessionResponseWrapper response;
    private final int maxBytesPerCharacter;

    SessionWriter(PrintWriter delegate, SessionResponseWrapper response, int maxBytesPerCharacter) {
        super(delegate);
        this.delegate = delegate;
        this.response = response;
        this.maxBytesPerCharacter = maxBytesPerCharacter;
    }

    private void beforeWriting(int characters) {
        response.beforeWriting((long) characters * maxBytesPerCharacter);
    }

    @Override
    public void write(int character) {
        beforeWriting(1);
        delegate.write(character);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        beforeWriting(length);
        delegate.write(characters, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        beforeWriting(length);
        delegate.write(text, offset, length);
    }

    /** Containers have line ends of their own. */
    @Override
    public void println() {
        beforeWriting(2);
        delegate.println();
    }

    @Override
    public void flush() {
        response.beforeCommit();
        delegate.flush();
    }

    @Override
    public void close() {
        response.beforeCommit();
        delegate.close();
    }

    @Override
    public boolean checkError() {
        response.beforeCommit();
        return delegate.checkError();
    }
}
