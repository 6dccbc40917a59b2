package vn.reliefmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.IssuerSignIn;
import vn.reliefmap.access.SlowDown;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.ProblemException;

/** The way to an issuer of OpenID Connect and back, without JavaScript. */
@RestController
@ConditionalOnWebApplication
class IssuerPages {
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    private final IssuerSignIn issuer;
    private final SignInPage signInPage;

    IssuerPages(IssuerSignIn issuer, SignInPage signInPage) {
        this.issuer = issuer;
        this.signInPage = signInPage;
    }

    /**
     * Sends the browser to the issuer. Who comes from another site's page gets the sign-in page first: without the session's
     * cookie the way there would begin a new session and end the one there is.
     */
    @GetMapping("/sign-in/issuer")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> begin(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String next,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!OWN_PAGES.contains(from)) {
            return signInPage.show(lang, next);
        }
        SignInPage.Form form = SignInPage.Form.empty(lang, next);
        try {
            return onTo(issuer.begin(form.next(), request, response));
        } catch (SlowDown e) {
            return signInPage.refused(form, e.problem());
        } catch (ProblemException e) {
            return signInPage.refused(form, e.problem());
        }
    }

    /**
     * Where the issuer sends the browser back to. The session's cookie is SameSite=Strict and does not come along from another
     * site, so a page of ours is shown that goes on by itself: from here the cookie is sent.
     */
    @GetMapping("/sign-in/issuer/return")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> comeBack(HttpServletRequest request) {
        String answer = Stream.of("state", "code", "error")
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "="
                        + URLEncoder.encode(Objects.requireNonNull(request.getParameter(name)), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&amp;"));
        String on = "/sign-in/issuer/finish?" + answer;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<meta http-equiv=\"refresh\" content=\"0;url=" + on + "\"><title>"
                        + PageWords.VIETNAMESE.say("sign_in.title") + "</title>"
                        + "<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/css/list.css\"></head>"
                        + "<body><main><p><a href=\"" + on
                        + "\">" + PageWords.inAll("sign_in.go_on") + "</a></p></main></body></html>");
    }

    @GetMapping("/sign-in/issuer/finish")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> finish(HttpServletRequest request, HttpServletResponse response) {
        try {
            return onTo(URI.create(issuer.finish(request, response)));
        } catch (ProblemException e) {
            return signInPage.refused(e.problem());
        }
    }

    private static ResponseEntity<String> onTo(URI place) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .location(place)
                .build();
    }
}
