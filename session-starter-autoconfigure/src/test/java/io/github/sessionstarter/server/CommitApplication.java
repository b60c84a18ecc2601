package io.github.sessionstarter.server;

import io.github.sessionstarter.Session;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One handler for each way in which a response gets committed. Each puts {@code case} into the session. */
@Configuration(proxyBeanMethods = false)
@Controller
class CommitApplication {

    /** An error of this status goes to an error page that uses the session. */
    static final HttpStatus ERROR_PAGE_STATUS = HttpStatus.GONE;

    private final Session session;
    private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();

    CommitApplication(Session session) {
        this.session = session;
    }

    @Bean
    static ErrorPageRegistrar errorPages() {
        return registry -> registry.addErrorPages(new ErrorPage(ERROR_PAGE_STATUS, "/error-page"));
    }

    @Bean
    static ServletRegistrationBean<CommitServlet> raw(Session session) {
        return new ServletRegistrationBean<>(new CommitServlet(session), CommitServlet.PATHS.toArray(new String[0]));
    }

    /** A filter that comes before the session's, and wraps the response. */
    @Bean
    @ConditionalOnProperty("test.outer-wrapper")
    static FilterRegistrationBean<Filter> outerWrapper() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) ->
                chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        return registration;
    }

    private static byte[] bytes(int length) {
        return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }

    @GetMapping("/string-short")
    @ResponseBody
    String shortString() {
        session.put("case", "string-short");
        return "short";
    }

    @GetMapping("/string-long")
    @ResponseBody
    String longString() {
        session.put("case", "string-long");
        return "x".repeat(100_000);
    }

    @GetMapping("/string-multibyte")
    @ResponseBody
    String multibyteString() {
        session.put("case", "string-multibyte");
        return "漢".repeat(4_000);
    }

    @GetMapping("/writer-multibyte")
    void multibyteWriter(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        session.put("case", "writer-multibyte");
        response.getWriter().write("漢".repeat(4_000));
    }

    @GetMapping("/writer-lines")
    void writerLines(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        session.put("case", "writer-lines");
        for (int i = 0; i < 10_000; i++) {
            response.getWriter().println(i);
        }
    }

    @GetMapping("/json")
    @ResponseBody
    Map<String, Object> json() {
        session.put("case", "json");
        return Map.of("key", "value");
    }

    @GetMapping("/session-as-json")
    @ResponseBody
    Session sessionAsJson() {
        session.put("case", "session-as-json");
        return session;
    }

    @GetMapping("/empty")
    void empty(HttpServletResponse response) {
        session.put("case", "empty");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @GetMapping("/redirect")
    String redirect() {
        session.put("case", "redirect");
        return "redirect:/elsewhere";
    }

    @GetMapping("/redirect-303")
    void redirectWith303(HttpServletResponse response) throws IOException {
        session.put("case", "redirect-303");
        response.sendRedirect("/elsewhere", HttpServletResponse.SC_SEE_OTHER);
    }

    @GetMapping("/redirect-keeping-the-body")
    void redirectKeepingTheBody(HttpServletResponse response) throws IOException {
        session.put("case", "redirect-keeping-the-body");
        response.getOutputStream().write(bytes(10));
        response.sendRedirect("/elsewhere", false);
    }

    @GetMapping("/send-error")
    void sendError(HttpServletResponse response) throws IOException {
        session.put("case", "send-error");
        response.sendError(HttpServletResponse.SC_NOT_FOUND, "message");
    }

    @GetMapping("/exception")
    void exception() {
        session.put("case", "exception");
        throw new Expected();
    }

    @GetMapping("/error-page-changes")
    void errorPageChanges(HttpServletResponse response) throws IOException {
        session.put("before", "kept");
        response.sendError(ERROR_PAGE_STATUS.value());
    }

    @GetMapping("/error-page")
    @ResponseBody
    String errorPage() {
        session.put("case", "error-page-changes");
        return "error page";
    }

    @GetMapping("/flush")
    void flush(HttpServletResponse response) throws IOException {
        session.put("case", "flush");
        response.flushBuffer();
        response.getOutputStream().write(bytes(10));
    }

    @GetMapping("/flush-stream")
    void flushStream(HttpServletResponse response) throws IOException {
        session.put("case", "flush-stream");
        response.getOutputStream().write(bytes(10));
        response.getOutputStream().flush();
    }

    @GetMapping("/close-writer")
    void closeWriter(HttpServletResponse response) throws IOException {
        session.put("case", "close-writer");
        response.getWriter().write("body");
        response.getWriter().close();
    }

    @GetMapping("/content-length")
    void contentLength(HttpServletResponse response) throws IOException {
        session.put("case", "content-length");
        response.setContentLength(10);
        response.getOutputStream().write(bytes(10));
    }

    @GetMapping("/content-length-header")
    void contentLengthHeader(HttpServletResponse response) throws IOException {
        session.put("case", "content-length-header");
        response.setHeader("content-length", "10");
        response.getOutputStream().write(bytes(10));
    }

    @GetMapping("/content-length-afterwards")
    void contentLengthAfterwards(HttpServletResponse response) throws IOException {
        session.put("case", "content-length-afterwards");
        response.getOutputStream().write(bytes(10));
        response.addIntHeader("Content-Length", 10);
    }

    @GetMapping("/content-length-zero")
    void contentLengthZero(HttpServletResponse response) {
        session.put("case", "content-length-zero");
        response.setContentLengthLong(0);
    }

    @GetMapping("/write-9000")
    void write9000(HttpServletResponse response) throws IOException {
        session.put("case", "write-9000");
        response.getOutputStream().write(bytes(9_000));
    }

    @GetMapping("/write-20000")
    void write20000(HttpServletResponse response) throws IOException {
        session.put("case", "write-20000");
        response.getOutputStream().write(bytes(20_000));
    }

    @GetMapping("/write-buffer")
    void writeBuffer(HttpServletResponse response) throws IOException {
        session.put("case", "write-buffer");
        response.getOutputStream().write(ByteBuffer.wrap(bytes(20_000)));
    }

    @GetMapping("/write-bytes-one-by-one")
    void writeBytesOneByOne(HttpServletResponse response) throws IOException {
        session.put("case", "write-bytes-one-by-one");
        for (int i = 0; i < 50_000; i++) {
            response.getOutputStream().write('x');
        }
    }

    @GetMapping("/changed-again-before-the-commit")
    void changedAgain(HttpServletResponse response) throws IOException {
        session.put("case", "too early");
        response.getOutputStream().write(bytes(response.getBufferSize() / 4));
        session.put("case", "changed-again-before-the-commit");
    }

    @GetMapping("/reset")
    void reset(HttpServletResponse response) throws IOException {
        session.put("case", "too early");
        response.getOutputStream().write(bytes(response.getBufferSize() / 4));
        response.reset();
        session.put("case", "reset");
        response.getWriter().write("a new body");
    }

    @GetMapping("/reset-unchanged")
    void resetUnchanged(HttpServletResponse response) throws IOException {
        session.put("case", "reset-unchanged");
        response.getOutputStream().write(bytes(response.getBufferSize() / 4));
        response.reset();
        response.getWriter().write("a new body");
    }

    @GetMapping("/reset-buffer")
    void resetBuffer(HttpServletResponse response) throws IOException {
        session.put("case", "reset-buffer");
        response.getOutputStream().write(bytes(10));
        response.resetBuffer();
        response.getOutputStream().write(bytes(20_000));
    }

    @GetMapping("/not-modified")
    ResponseEntity<Void> notModified() {
        session.put("case", "not-modified");
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag("\"tag\"").build();
    }

    @GetMapping("/forward")
    void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher("/forwarded?case=forward").forward(request, response);
    }

    @GetMapping("/forward-view")
    String forwardView() {
        return "forward:/forwarded?case=forward-view";
    }

    @GetMapping("/changed-before-the-forward")
    String changedBeforeTheForward() {
        session.put("case", "changed-before-the-forward");
        return "forward:/short";
    }

    @GetMapping("/forwarded")
    @ResponseBody
    String forwarded(HttpServletRequest request) {
        session.put("case", request.getParameter("case"));
        return "forwarded";
    }

    @GetMapping("/forwarded-empty")
    void forwardedEmpty(HttpServletRequest request, HttpServletResponse response) {
        session.put("case", request.getParameter("case"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @GetMapping("/short")
    @ResponseBody
    String unrelated() {
        return "short";
    }

    @GetMapping("/changed-before-the-include")
    void changedBeforeTheInclude(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        session.put("case", "changed-before-the-include");
        response.getWriter().write("before");
        request.getRequestDispatcher("/included").include(request, response);
    }

    @GetMapping("/changed-in-the-include")
    void changedInTheInclude(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/included?case=changed-in-the-include").include(request, response);
        response.getWriter().write("after");
    }

    @GetMapping("/included")
    void included(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("case") != null) {
            session.put("case", request.getParameter("case"));
        }
        response.getWriter().write("x".repeat(100_000));
        response.getWriter().flush();
    }

    @GetMapping("/callable")
    @ResponseBody
    Callable<String> callable() {
        return () -> {
            session.put("case", "callable");
            return "x".repeat(100_000);
        };
    }

    @GetMapping("/changed-before-the-callable")
    @ResponseBody
    Callable<String> changedBeforeTheCallable() {
        session.put("case", "changed-before-the-callable");
        return () -> "short";
    }

    @GetMapping("/deferred-result")
    @ResponseBody
    DeferredResult<String> deferredResult(Session argument) {
        DeferredResult<String> result = new DeferredResult<>();
        executor.execute(() -> {
            argument.put("case", "deferred-result");
            result.setResult("done");
        });
        return result;
    }

    @GetMapping("/deferred-result-that-times-out")
    @ResponseBody
    DeferredResult<String> deferredResultThatTimesOut() {
        session.put("case", "deferred-result-that-times-out");
        return new DeferredResult<>(10L);
    }

    @GetMapping("/sse")
    SseEmitter sse() {
        session.put("case", "sse");
        SseEmitter emitter = new SseEmitter();
        executor.execute(() -> {
            try {
                emitter.send("event");
                emitter.complete();
            } catch (IOException e) {
                emitter.completeWithError(e);
            }
        });
        return emitter;
    }

    @GetMapping("/streaming")
    ResponseEntity<StreamingResponseBody> streaming() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(out -> {
            session.put("case", "streaming");
            out.write(bytes(100_000));
        });
    }

    @GetMapping("/async-complete")
    void asyncComplete(HttpServletRequest request, HttpServletResponse response, Session argument) {
        AsyncContext async = request.startAsync();
        executor.execute(() -> {
            argument.put("case", "async-complete");
            async.complete();
        });
    }

    @GetMapping("/async-complete-by-the-request")
    void asyncCompleteByTheRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.startAsync(request, response);
        session.put("case", "async-complete-by-the-request");
        response.getWriter().write("body");
        request.getAsyncContext().complete();
    }

    @GetMapping("/async-complete-by-a-listener")
    void asyncCompleteByAListener(HttpServletRequest request, HttpServletResponse response, Session argument) {
        AsyncContext async = request.startAsync();
        async.setTimeout(10);
        async.addListener(new AsyncListener() {
            @Override
            public void onTimeout(AsyncEvent event) {
                argument.put("case", "async-complete-by-a-listener");
                event.getAsyncContext().complete();
            }

            @Override
            public void onComplete(AsyncEvent event) {}

            @Override
            public void onError(AsyncEvent event) {}

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }

    @GetMapping("/async-writes-to-its-response")
    void asyncWritesToItsResponse(HttpServletRequest request, HttpServletResponse response, Session argument) {
        AsyncContext async = request.startAsync();
        executor.execute(() -> {
            argument.put("case", "async-writes-to-its-response");
            try {
                async.getResponse().getOutputStream().write(bytes(100_000));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                async.complete();
            }
        });
    }

    @GetMapping("/async-dispatch-then-the-announced-length")
    void asyncDispatchThenTheAnnouncedLength(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            response.setContentLength(10);
            response.getOutputStream().write(bytes(5));
            request.startAsync().dispatch();
        } else {
            session.put("case", "async-dispatch-then-the-announced-length");
            response.getOutputStream().write(bytes(5));
        }
    }

    @GetMapping("/vary-set-after-an-early-save")
    void varySetAfterAnEarlySave(HttpServletResponse response) throws IOException {
        session.put("case", "vary-set-after-an-early-save");
        response.getOutputStream().write(bytes(response.getBufferSize() / 4));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Set-Cookie", "other=1");
    }

    @GetMapping("/async-dispatch")
    void asyncDispatch(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            session.put("case", "async-dispatch");
            request.startAsync(request, response).dispatch();
        }
    }

    private static final class Expected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Expected() {
            super("expected", null, false, false);
        }
    }
}
