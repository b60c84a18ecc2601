package io.github.sessionstarter.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Load by {@link HttpClient}, where wrk is not installed. It takes as much of the machine as what it measures. */
final class JavaLoad implements Load {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "java.net.http";
    }

    @Override
    public Answered send(URI uri, List<String> cookies, int connections, Duration duration) throws IOException {
        List<HttpRequest> requests = requests(uri, cookies);
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        Callable<Integer> sender = () -> {
            int answered = 0;
            while (System.nanoTime() < end) {
                HttpRequest request = requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status != 200) {
                    throw new IOException("A request was answered with " + status);
                }
                answered++;
            }
            return answered;
        };
        int answered = sum(sender, connections);
        return new Answered(answered, (System.nanoTime() - begin) / 1e9);
    }

    private static List<HttpRequest> requests(URI uri, List<String> cookies) {
        if (cookies.isEmpty()) {
            return List.of(HttpRequest.newBuilder(uri).build());
        }
        return cookies.stream()
                .map(cookie ->
                        HttpRequest.newBuilder(uri).header("Cookie", cookie).build())
                .toList();
    }

    private static int sum(Callable<Integer> task, int times) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                tasks.add(task);
            }
            int sum = 0;
            for (Future<Integer> future : executor.invokeAll(tasks)) {
                sum += future.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
