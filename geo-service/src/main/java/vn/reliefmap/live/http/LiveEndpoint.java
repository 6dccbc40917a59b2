package vn.reliefmap.live.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.reliefmap.access.Callers;
import vn.reliefmap.cluster.NeedClustersChanged;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Server-sent events: {@code changed} with a topic and its version, and {@code still} every 15 s, which keeps the line open
 * and by which a page knows that it is. Where
 * there is a real disaster, those who see only what is published hear of needs and households when something was published,
 * not with each act; and their versions count what they were told, not the acts.
 */
@RestController
class LiveEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEndpoint.class);
    private static final int MOST_PAGES = 5000;

    private static final Set<Topic> TOLD_WHEN_PUBLISHED = EnumSet.of(Topic.NEEDS, Topic.HOUSEHOLDS);
    /** Each report, call and plan would count; no public page reads anything of them. */
    private static final Set<Topic> FOR_THOSE_AT_WORK = EnumSet.of(Topic.REPORTS, Topic.SOS, Topic.TOURS, Topic.PLANS);
    /** A signed-in screen on a wall shows figures of these. */
    private static final Set<Topic> FOR_THE_WALL = EnumSet.of(Topic.SOS, Topic.TOURS);

    private final Disasters disasters;
    private final Map<SseEmitter, Hearer> pages = new ConcurrentHashMap<>();

    private final Map<Topic, Long> versions = new ConcurrentHashMap<>();
    private final AtomicLong told = new AtomicLong();

    /** Who reads the open page. */
    private enum Hearer {
        /** Hears of everything at once. */
        AT_WORK,
        /** A screen that is signed in: what everyone hears, and what it shows besides. */
        WALL,
        EVERYONE
    }

    LiveEndpoint(Disasters disasters) {
        this.disasters = disasters;
    }

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
        pages.put(page, hearer());
        send(page, SseEmitter.event().comment("open").reconnectTime(3000));
        return page;
    }

    private static Hearer hearer() {
        if (Callers.rights().seesNow(false)) {
            return Hearer.AT_WORK;
        }
        return Callers.current() == Caller.DISPLAY ? Hearer.WALL : Hearer.EVERYONE;
    }

    @EventListener
    void onChange(DataChanged change) {
        versions.put(change.topic(), change.version());
        if (change.topic() == Topic.PUBLISHED) {
            TOLD_WHEN_PUBLISHED.forEach(this::tellOthers);
            return;
        }
        tellThoseAtWork(change.topic());
        boolean atOnce = !TOLD_WHEN_PUBLISHED.contains(change.topic()) && !FOR_THOSE_AT_WORK.contains(change.topic());
        if (atOnce || onlyDrills()) {
            tellOthers(change.topic());
        } else if (FOR_THE_WALL.contains(change.topic())) {
            tell(Hearer.WALL, change.topic(), told.incrementAndGet());
        }
    }

    /** The sums stand a little later than the needs they are made of; pages that read too early read again. */
    @EventListener
    void onSums(NeedClustersChanged sums) {
        if (!sums.published()) {
            tellThoseAtWork(Topic.NEEDS);
        }
        if (sums.published() || onlyDrills()) {
            tellOthers(Topic.NEEDS);
        }
    }

    private boolean onlyDrills() {
        return disasters.list().stream().allMatch(Disaster::simulated);
    }

    private void tellThoseAtWork(Topic topic) {
        tell(Hearer.AT_WORK, topic, versions.getOrDefault(topic, 0L));
    }

    private void tellOthers(Topic topic) {
        long version = told.incrementAndGet();
        tell(Hearer.WALL, topic, version);
        tell(Hearer.EVERYONE, topic, version);
    }

    private void tell(Hearer whom, Topic topic, long version) {
        Map<String, Object> data = Map.of("topic", topic.word(), "version", version);
        pages.forEach((page, hearer) -> {
            if (hearer == whom) {
                send(page, SseEmitter.event().name("changed").data(data, MediaType.APPLICATION_JSON));
            }
        });
    }

    @Scheduled(fixedDelay = 15_000)
    void keepOpen() {
        pages.keySet()
                .forEach(page -> send(page, SseEmitter.event().name("still").data("here")));
    }

    /** Open streams would hold up the end of the program. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.keySet().forEach(SseEmitter::complete);
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
