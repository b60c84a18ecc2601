package io.github.sessionstarter.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Sends requests as fast as they are answered. */
interface Load {

    /** Requests that were answered, and how long that took. */
    record Answered(long requests, double seconds) {

        double perSecond() {
            return requests / seconds;
        }
    }

    /**
     * Sends requests for a while.
     *
     * @param cookies sent in turn, so that no two requests at once have one session; empty for none
     * @param connections how many requests are under way at once
     * @throws IOException where one was not answered well
     */
    Answered send(URI uri, List<String> cookies, int connections, Duration duration) throws IOException;

    /** Its name and version, for the page. */
    String name();

    /** wrk where it is installed, which leaves more of the machine to what is measured. */
    static Load best() {
        return Wrk.isInstalled() ? new Wrk() : new JavaLoad();
    }
}
