package io.github.sessionstarter.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Load by wrk, on one thread. */
final class Wrk implements Load {

    private static final String SCRIPT = """
            local requests, at = {}, 0

            function init(args)
                for cookie in io.lines(args[1]) do
                    table.insert(requests, wrk.format(nil, nil, {["Cookie"] = cookie}))
                end
                if #requests == 0 then
                    requests[1] = wrk.format()
                end
            end

            function request()
                at = at % #requests + 1
                return requests[at]
            end

            function done(summary, latency, sent)
                local errors = summary.errors
                io.write("answered ", summary.requests, " ", summary.duration, " ",
                    errors.connect + errors.read + errors.write + errors.status + errors.timeout, "\\n")
            end
            """;

    private static final String RESULT = "answered ";
    private static final double MICROSECONDS = 1e6;

    static boolean isInstalled() {
        try {
            run("wrk", "-v");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public Answered send(URI uri, List<String> cookies, int connections, Duration duration) throws IOException {
        Path script = Files.createTempFile("benchmarks", ".lua");
        Path cookieFile = Files.createTempFile("benchmarks", ".txt");
        try {
            Files.writeString(script, SCRIPT);
            Files.write(cookieFile, cookies);
            // wrk knows whole seconds
            String output = run(
                    "wrk",
                    "-t1",
                    "-c" + connections,
                    "-d" + Math.max(1, duration.toSeconds()) + "s",
                    "-s" + script,
                    uri.toString(),
                    "--",
                    cookieFile.toString());
            return answered(output);
        } finally {
            Files.delete(script);
            Files.delete(cookieFile);
        }
    }

    static Answered answered(String output) throws IOException {
        String line = output.lines()
                .filter(text -> text.startsWith(RESULT))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk did not say how many requests were answered"));
        String[] figures = line.substring(RESULT.length()).split(" ", 3);
        if (!figures[2].equals("0")) {
            throw new IOException(figures[2] + " requests were not answered well");
        }
        return new Answered(Long.parseLong(figures[0]), Double.parseDouble(figures[1]) / MICROSECONDS);
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
