package vn.reliefmap.report.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.reliefmap.kernel.Problem;

/** Reads no more of a report than a report can hold: the door is open to everybody, and its body is read into memory. */
@Component
@ConditionalOnWebApplication
class ReportSize extends OncePerRequestFilter {
    static final int MOST_BYTES = 64 * 1024;

    private final HandlerExceptionResolver problems;

    ReportSize(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !"POST".equals(request.getMethod()) || !(path.equals("/api/v1/reports") || path.equals("/report"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            problems.resolveException(request, response, null, tooLarge());
            return;
        }
        chain.doFilter(new Bounded(request), response);
    }

    private static RuntimeException tooLarge() {
        return new Problem(
                        "TOO_LARGE",
                        413,
                        "Tin quá dài, nhiều nhất 64 KB. Hãy viết ngắn lại.",
                        "The report is too long, at most 64 KB. Please shorten it.",
                        null,
                        "≤ 64 KB")
                .asException();
    }

    /** For bodies that do not say how long they are. */
    private static final class Bounded extends HttpServletRequestWrapper {
        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private int read;

        BoundedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = body.read(into, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) {
            read += more;
            if (read > MOST_BYTES) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
