package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page in headless Chromium, as a person has it open. It remembers every address that was asked for and every error,
 * so that {@link #close} can insist that nothing came from another host and nothing went wrong unseen.
 */
final class Screen implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path PROGRAM = Path.of(System.getenv().getOrDefault("RELIEF_CHROMIUM", "/usr/bin/chromium"));

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));

    static {
        // Only a failing test waits so long; a busy machine may need it.
        PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
    }

    private static final String REFLOW = script("/reflow.js");
    /** After a change of size, scripts that listen for it have run before the next frame is drawn. */
    private static final String DRAWN =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private static final String DOUBLED = script("/doubled.js");

    /** For a click, a download, a page: as above. */
    private static final int ACT_TIMEOUT_MS = 90_000;

    /** {@code -Drelief.screen.slower=4}: pages get a quarter of the processor, to find what goes wrong on a slow machine. */
    private static final int SLOWER = Integer.getInteger("relief.screen.slower", 1);

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> otherOrigins = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> forgiven = new ArrayList<>();

    /** Opens {@code path} of the program at {@code origin} on a screen of that size in CSS pixels; the device keeps no page. */
    Screen(String origin, String path, int width, int height) {
        this(origin, path, width, height, ServiceWorkerPolicy.BLOCK);
    }

    /** The same on a device that keeps pages, as a person's does: they open there without a network. */
    static Screen onDeviceThatKeeps(String origin, String path, int width, int height) {
        return new Screen(origin, path, width, height, ServiceWorkerPolicy.ALLOW);
    }

    /** The same in a browser with settings of its own, which lie in {@code profile}. */
    static Screen withProfile(String origin, String path, Path profile) {
        return new Screen(
                origin,
                path,
                PLAYWRIGHT
                        .chromium()
                        .launchPersistentContext(
                                profile,
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(PROGRAM)
                                        .setArgs(FLAGS)));
    }

    private Screen(String origin, String path, int width, int height, ServiceWorkerPolicy workers) {
        this(
                origin,
                path,
                BROWSER.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setServiceWorkers(workers)));
    }

    private Screen(String origin, String path, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        context.setDefaultTimeout(ACT_TIMEOUT_MS);
        this.page = context.newPage();
        context.onRequest(request -> requests.add(request.url())); // a service worker's too
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        if (SLOWER > 1) {
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOWER);
            context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        }
        page.navigate(origin + path);
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The elements that hold a text. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Everything a person can read on the page now. */
    String words() {
        return page.locator("body").innerText();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Signs in as the pages do; what is open already is read anew only when it is opened again. */
    void signIn(String token) {
        page.evaluate(
                "token => fetch('/api/v1/session', {method: 'POST', body: JSON.stringify({token}),"
                        + " headers: {'Content-Type': 'application/json'}}).then(answer => answer.text())",
                token);
    }

    /** Waits until nothing was asked for during so many milliseconds. */
    void calm(int ms) {
        int before = -1;
        while (before != requests.size()) {
            before = requests.size();
            page.waitForTimeout(ms);
        }
    }

    /** Keeps a picture under {@code target/screens} for a person to look at. */
    void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** True when nothing is wider than the screen, so that nobody has to scroll sideways. */
    boolean fits() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth");
    }

    /**
     * What somebody would stumble over on a screen of 320 px, also as low as a desk is at 400 %, and on a desk at 200 % (WCAG 1.4.4 and
     * 1.4.10): sideways scrolling, what is cut off, what is out of reach. Empty when there is nothing; the screen is as before then.
     */
    String stumbles() {
        ViewportSize before = page.viewportSize();
        StringBuilder found = new StringBuilder();
        for (int[] size : new int[][] {{320, 256}, {320, 640}, {640, 512}}) {
            page.setViewportSize(size[0], size[1]);
            page.evaluate(DRAWN);
            String there = (String) page.evaluate(REFLOW);
            if (!there.isEmpty()) {
                found.append(page.url() + " at " + size[0] + " × " + size[1] + ": " + there + "\n");
            }
        }
        page.setViewportSize(before.width, before.height);
        return found.toString();
    }

    /**
     * The same on the screen as it is, with every text twice as large and nothing else (WCAG 1.4.4): so browsers show it to whoever
     * enlarges text alone. The texts stay large.
     */
    String stumblesOverLargeText() {
        page.evaluate(DOUBLED);
        return (String) page.evaluate(REFLOW);
    }

    /** A script for pages that lies beside the tests. */
    static String script(String name) {
        try (InputStream script = Screen.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the device has kept the page at that address. Asked from here, since pages of ours let nobody use eval. */
    void untilKept(String address) {
        await().pollInSameThread()
                .pollInterval(Duration.ZERO)
                .atMost(Duration.ofMillis(ACT_TIMEOUT_MS))
                .until(() -> {
                    page.waitForTimeout(100);
                    return (Boolean) page.evaluate("address => caches.match(address).then(Boolean)", address);
                });
    }

    /**
     * An answer of 4xx or 5xx that the test provokes also shows on the console; it is no error of the page. Said at any time, for
     * the console may tell of it later than the page.
     */
    void forgive(String part) {
        forgiven.add(part);
    }

    /** The person goes to another site as well. */
    void goesTo(String otherOrigin) {
        otherOrigins.add(otherOrigin);
    }

    @Override
    public void close() {
        try {
            assertThat(requests)
                    .allMatch(url -> url.startsWith(origin)
                            || url.startsWith("data:")
                            || url.startsWith("blob:" + origin)
                            || otherOrigins.stream().anyMatch(url::startsWith));
            assertThat(errors).allMatch(error -> forgiven.stream().anyMatch(error::contains));
        } finally {
            context.close();
        }
    }
}
