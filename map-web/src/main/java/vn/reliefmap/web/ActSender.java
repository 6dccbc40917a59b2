package vn.reliefmap.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends writes as a phone does in bad weather: again with the same id until there is an answer. Thread-safe. */
final class ActSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String base;
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger unexpected = new AtomicInteger();

    ActSender(String base) {
        this.base = base;
    }

    /** How often something had to be sent again. */
    int again() {
        return again.get();
    }

    /** How often the program knew no better than 500, for which nobody can prepare. */
    int unexpected() {
        return unexpected.get();
    }

    /** The answer of a program that is alive; 5xx, 429, silence and a lost connection are none. */
    HttpResponse<String> send(Act act, String token) {
        return untilAnswered("POST", act.path(), act.body(), token);
    }

    HttpResponse<String> delete(String path, String token) {
        return untilAnswered("DELETE", path, "", token);
    }

    private HttpResponse<String> untilAnswered(String method, String path, String body, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        long until = System.nanoTime() + LONGEST.toNanos();
        try {
            while (System.nanoTime() < until) {
                try {
                    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                        return answer;
                    }
                    if (answer.statusCode() == 500) {
                        unexpected.incrementAndGet();
                    }
                } catch (IOException e) {
                    // Nobody there, or the answer was lost: whether it was done, only the same request again can tell.
                }
                again.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("no answer to " + method + " " + path);
    }
}
