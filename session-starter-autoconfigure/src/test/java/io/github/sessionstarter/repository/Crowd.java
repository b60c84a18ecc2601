package io.github.sessionstarter.repository;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Threads that begin together, again and again. */
public final class Crowd implements AutoCloseable {

    /** Nothing takes so long on any machine, unless it hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService threads;
    private final CyclicBarrier start;

    public Crowd(int size) {
        this.threads = Executors.newFixedThreadPool(size);
        this.start = new CyclicBarrier(size);
    }

    /** What each of them came to, in the order of their numbers. */
    public <T> List<T> perform(IntFunction<T> action) {
        return perform(IntStream.range(0, start.getParties())
                .<Callable<T>>mapToObj(number -> () -> action.apply(number))
                .toList());
    }

    /** As many as there are threads. */
    public <T> List<T> perform(List<Callable<T>> actions) {
        List<Future<T>> futures = actions.stream()
                .map(action -> threads.submit(() -> {
                    start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    return action.call();
                }))
                .toList();
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("One of the threads failed", e);
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
