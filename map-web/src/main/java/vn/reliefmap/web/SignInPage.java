package vn.reliefmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import vn.reliefmap.access.IssuerSignIn;
import vn.reliefmap.access.Sessions;
import vn.reliefmap.access.SlowDown;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** Signing in without JavaScript: with name and password, or with a one-time code and a new password. */
@RestController
@ConditionalOnWebApplication
class SignInPage {
    private static final Pattern OWN_PAGE =
            Pattern.compile("/([A-Za-z0-9][A-Za-z0-9/_.-]*(\\?([A-Za-z0-9_=&.,:+-]|%[0-9A-Fa-f]{2})*)?)?");

    private final Sessions sessions;
    private final IssuerSignIn issuer;
    private final Disasters disasters;

    SignInPage(Sessions sessions, IssuerSignIn issuer, Disasters disasters) {
        this.sessions = sessions;
        this.issuer = issuer;
        this.disasters = disasters;
    }

    /** @param next the page of ours to go on to */
    @GetMapping("/sign-in")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String next) {
        return page(HttpStatus.OK, Form.empty(lang, next), "");
    }

    @PostMapping("/sign-in")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = new Form(PageWords.of(lang), name, safe(next));
        return onward(form, () -> sessions.signIn(name, password, request, response));
    }

    @PostMapping("/sign-in/code")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> recover(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "new_password", defaultValue = "") String newPassword,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = new Form(PageWords.of(lang), name, safe(next));
        return onward(form, () -> sessions.recover(name, code, newPassword, request, response));
    }

    /** What the forms hold besides what is secret. */
    record Form(PageWords words, String name, String next) {
        static Form empty(@Nullable String lang, @Nullable String next) {
            return new Form(PageWords.of(lang), "", safe(next));
        }
    }

    private ResponseEntity<String> onward(Form form, Runnable act) {
        try {
            act.run();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(form.next()))
                    .build();
        } catch (SlowDown e) {
            return refused(form, e.problem());
        } catch (ProblemException e) {
            return refused(form, e.problem());
        }
    }

    /** A page of ours and nothing else, so that no link to this page leads anywhere after signing in. */
    static String safe(@Nullable String next) {
        return next != null && OWN_PAGE.matcher(next).matches() ? next : "/";
    }

    /** The page again, with what was wrong. */
    ResponseEntity<String> refused(Form form, Problem problem) {
        return page(
                HttpStatus.valueOf(problem.status()), form, escaped(form.words().said(problem)));
    }

    /** The same for somebody whose language is not known here. */
    ResponseEntity<String> refused(Problem problem) {
        return page(
                HttpStatus.valueOf(problem.status()),
                Form.empty(null, null),
                escaped(problem.vi()) + "<br><span lang=\"en\">" + escaped(problem.en()) + "</span>");
    }

    /** @param said what was wrong, as HTML; empty when nothing was */
    private ResponseEntity<String> page(HttpStatus status, Form form, String said) {
        PageWords words = form.words();
        String kept = "<input type=\"hidden\" name=\"lang\" value=\"" + words.language() + "\">"
                + "<input type=\"hidden\" name=\"next\" value=\"" + escaped(form.next()) + "\">";
        String name = field("name", words.say("sign_in.name"), "text", "username", form.name());
        String page = "<!doctype html><html lang=\"" + words.language() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/css/list.css\"><title>"
                + words.say("sign_in.title")
                + "</title></head><body><main>"
                + (disasters.going().filter(Disaster::simulated).isPresent()
                        ? "<p class=\"drill\">" + words.say("drill") + "</p>"
                        : "")
                + "<h1>" + words.say("sign_in.title") + "</h1>"
                + (said.isEmpty() ? "" : "<p class=\"critical\" role=\"alert\">" + said + "</p>")
                + issuer.name().map(called -> byIssuer(form, called)).orElse("")
                + "<form method=\"post\" action=\"/sign-in\">" + kept + name
                + field("password", words.say("sign_in.password"), "password", "current-password", "")
                + "<p><button>" + words.say("sign_in.title") + "</button></p></form>"
                + "<h2>" + words.say("sign_in.forgotten") + "</h2><p>" + words.say("sign_in.forgotten_help") + "</p>"
                + "<form method=\"post\" action=\"/sign-in/code\">" + kept + name
                + field("code", words.say("sign_in.code"), "text", "one-time-code", "")
                + field("new_password", words.say("sign_in.new_password"), "password", "new-password", "")
                + "<p><button>" + words.say("sign_in.set_password") + "</button></p></form>"
                + "<p><a href=\"/\">" + words.say("map") + "</a> · <a href=\"/sign-in?lang="
                + words.next().language()
                + "&amp;next=" + URLEncoder.encode(form.next(), StandardCharsets.UTF_8) + "\">"
                + words.next().ownName() + "</a></p></main></body></html>";
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    /** A link and no form: the policy of our pages lets forms lead nowhere else, not by a detour either. */
    private static String byIssuer(Form form, String called) {
        return "<p><a class=\"button\" href=\"/sign-in/issuer?lang="
                + form.words().language() + "&amp;next="
                + URLEncoder.encode(form.next(), StandardCharsets.UTF_8) + "\">"
                + escaped(form.words().say("sign_in.by_issuer", "issuer", called)) + "</a></p>";
    }

    private static String field(String name, String label, String type, String fills, String value) {
        return "<p><label>" + label + "<br><input name=\"" + name + "\" type=\"" + type + "\" autocomplete=\"" + fills
                + "\" value=\"" + escaped(value) + "\" required></label></p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
