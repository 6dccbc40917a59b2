package vn.reliefmap.live.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.reliefmap.cluster.NeedClustersChanged;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Server-sent events: {@code changed} with a topic and its version, and a comment every 15 s that keeps the line open. */
@RestController
class LiveEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEndpoint.class);
    private static final int MOST_PAGES = 5000;

    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();
    private final Map<Topic, Long> versions = new ConcurrentHashMap<>();

    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @OpenTo(Caller.EVERYONE)
    SseEmitter open(HttpServletResponse response) {
        if (pages.size() >= MOST_PAGES) {
            throw Problem.unavailable(
                            "LIVE_FULL",
                            "Quá nhiều trang đang mở trực tiếp; trang sẽ tự đọc lại theo giờ.",
                            "Too many live pages are open; read again from time to time instead.")
                    .asException();
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(e -> pages.remove(page));
        pages.add(page);
        send(page, SseEmitter.event().comment("open").reconnectTime(3000));
        return page;
    }

    @EventListener
    void onChange(DataChanged change) {
        tell(change.topic(), change.version());
    }

    /** The sums stand a little later than the needs they are made of; pages that read too early read again. */
    @EventListener
    void onSums(NeedClustersChanged sums) {
        tell(Topic.NEEDS, versions.getOrDefault(Topic.NEEDS, 0L));
    }

    private void tell(Topic topic, long version) {
        versions.put(topic, version);
        Map<String, Object> data = Map.of("topic", topic.word(), "version", version);
        pages.forEach(page -> send(page, SseEmitter.event().name("changed").data(data, MediaType.APPLICATION_JSON)));
    }

    @Scheduled(fixedDelay = 15_000)
    void keepOpen() {
        pages.forEach(page -> send(page, SseEmitter.event().comment("still here")));
    }

    /** Open streams would hold up the end of the program. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.forEach(SseEmitter::complete);
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
            LOG.debug("A page was closed", e);
        }
    }
}
