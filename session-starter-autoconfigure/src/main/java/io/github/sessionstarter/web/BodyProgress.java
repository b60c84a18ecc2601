package io.github.sessionstarter.web;

/** How much of a response's body was written, and how much was announced; several dispatches may write one body. */
final class BodyProgress {

    private static final long UNKNOWN = -1;

    private long contentLength = UNKNOWN;
    private long written;

    /** Notes what a Content-Length header says, in bytes; negative: it says nothing any more. */
    void announce(long length) {
        contentLength = Math.max(length, UNKNOWN);
    }

    void write(long bytes) {
        written += bytes;
    }

    /** Whether there are as many bytes as were announced: the container may commit at once. */
    boolean isComplete() {
        return contentLength != UNKNOWN && written >= contentLength;
    }

    boolean hasReached(long bytes) {
        return written >= bytes;
    }

    void resetBuffer() {
        written = 0;
    }

    void reset() {
        written = 0;
        contentLength = UNKNOWN;
    }
}
