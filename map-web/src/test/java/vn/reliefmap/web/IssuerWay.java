package vn.reliefmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's way through the program and the issuer, step by step, with the cookies of both. */
final class IssuerWay {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern ON = Pattern.compile("<a href=\"([^\"]+)\"");

    private final String program;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    IssuerWay(String program) {
        this.program = program;
    }

    /** Begins; where the program sends the browser to. */
    String begin(String next) {
        HttpResponse<String> answer = get(program + "/sign-in/issuer?next=" + next);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(answer.body());
        }
        return location(answer);
    }

    /** Signs in at the issuer when it asks for it; where it sends the browser back to. */
    String atTheIssuer(String question, String name) {
        HttpResponse<String> answer = get(question);
        for (int step = 0; step < 5; step++) {
            String to = location(answer);
            if (to.startsWith(program)) {
                return to;
            }
            answer = get(to);
            if (answer.statusCode() == 200) {
                answer = send(HttpRequest.newBuilder(URI.create(to))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password="
                                + encoded(TestIssuer.PASSWORD) + "&_csrf=" + encoded(found(CSRF, answer.body())))));
            }
        }
        throw new IllegalStateException("the issuer sends nobody back");
    }

    /** Goes by the page in between to the end. */
    HttpResponse<String> finish(String back) {
        return get(program + found(ON, get(back).body()).replace("&amp;", "&"));
    }

    /** The whole way. */
    HttpResponse<String> signIn(String name) {
        return finish(atTheIssuer(begin("/tours"), name));
    }

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html,*/*;q=0.8")
                .GET());
    }

    HttpResponse<String> signOut() {
        return send(
                HttpRequest.newBuilder(URI.create(program + "/api/v1/session")).DELETE());
    }

    /** Who the program takes this browser for. */
    String session() {
        return get(program + "/api/v1/session").body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String location(HttpResponse<String> answer) {
        String to = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
        return answer.uri().resolve(to).toString();
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException(page);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
