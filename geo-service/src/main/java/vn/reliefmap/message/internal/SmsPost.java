package vn.reliefmap.message.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.message.OutgoingSms;
import vn.reliefmap.message.Sms;

/**
 * Posts waiting messages to the gateway, where an address is set, outside every transaction: signed as the gateway signs,
 * tried again with growing pauses, and given up after 40 times, about twenty hours. Only over https, or to this machine.
 */
@Component
public class SmsPost {
    private static final Logger LOG = LoggerFactory.getLogger(SmsPost.class);
    private static final int AT_ONCE = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Sms sms;
    private final SmsSettings settings;
    private final SmsTable table;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Clock clock = Clock.systemUTC();

    SmsPost(Sms sms, SmsSettings settings, SmsTable table) {
        this.sms = sms;
        this.settings = settings;
        this.table = table;
    }

    @Scheduled(fixedDelay = 1000)
    void bySecond() {
        try {
            post(clock.instant());
            sms.catchUp(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("SMS could not be worked off", e);
        }
    }

    @Scheduled(cron = "0 20 3 * * *")
    void forgetOld() {
        table.forget(clock.instant().minus(settings.kept));
    }

    /** Posts what waits now; runs by itself every second, and on demand in tests. */
    public void post(Instant now) {
        if (settings.sendUrl.isBlank() || !settings.seal().usable() || !safe(settings.sendUrl)) {
            return;
        }
        List<OutgoingSms> waiting = sms.handOut(AT_ONCE, now);
        for (OutgoingSms message : waiting) {
            if (!posted(message)) {
                return; // the others have their next try soon enough; a gateway that is away is not asked twenty times
            }
            sms.sent(List.of(message.id()));
        }
    }

    private boolean posted(OutgoingSms message) {
        URI address = URI.create(settings.sendUrl);
        byte[] body = JsonMapper.shared()
                .writeValueAsString(Map.of("id", message.id(), "to", message.to(), "text", message.text()))
                .getBytes(StandardCharsets.UTF_8);
        Instant time = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(GatewaySeal.TIME, Long.toString(time.getEpochSecond()))
                .header(GatewaySeal.SIGNATURE, settings.seal().sign(time, address.getPath(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("The SMS gateway answered {} to {}", status, message);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.warn("The SMS gateway cannot be reached: {}", e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Numbers never cross a network in the open. */
    private static boolean safe(String url) {
        URI address = URI.create(url);
        String host = address.getHost();
        try {
            return host != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme())
                                    && InetAddress.getByName(host).isLoopbackAddress()));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
