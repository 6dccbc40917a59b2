package vn.reliefmap.web;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Donors, teams, depots and residents who write without pause, each in a thread, until told to stop. */
final class KillWriters {
    /** What they write about. */
    record Scene(UUID disaster, String commune, String item, UUID depot) {}

    /** @param answer body of the answer that the sender got first */
    record Acknowledged(Act act, String token, int status, String answer) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ActSender sender;
    private final Scene scene;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean enough;

    KillWriters(ActSender sender, Scene scene) {
        this.sender = sender;
        this.scene = scene;
    }

    /** One thread for each token; each keeps a token of a coordinator for itself. */
    void start(List<String> tokens, long seed) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> write(token, random), "writer-" + i);
            thread.setUncaughtExceptionHandler((t, e) -> failed.incrementAndGet());
            thread.start();
            threads.add(thread);
        }
    }

    /** Lets each finish what it is at. */
    void stop() throws InterruptedException {
        enough = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    int done() {
        return acknowledged.size();
    }

    /** Threads that ended with an error of ours, or of a program that never answered. */
    int failed() {
        return failed.get();
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** By code. */
    Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }

    private void write(String token, Random random) {
        while (!enough) {
            String some =
                    new BigDecimal(1 + random.nextInt(20)).movePointLeft(3).toPlainString();
            switch (random.nextInt(4)) {
                case 0 -> send(token, pledge(some));
                case 1 -> {
                    send(token, move("in", some));
                    send(token, move("out", some));
                }
                case 2 -> send(token, report(1 + random.nextInt(6)));
                default -> carry(token, some);
            }
        }
    }

    private void carry(String token, String some) {
        Act claim = claim(some);
        if (send(token, claim)) {
            send(token, delivery(claim.id(), some));
            sender.delete("/api/v1/claims/" + claim.id(), token);
        }
    }

    Act pledge(String quantity) {
        return act("pledge", "/api/v1/pledges", """
                {"id":"%s","disaster":"%s","commune":"%s","item":"%s","quantity":%s}""", scene.disaster(), scene.commune(), scene.item(), quantity);
    }

    Act claim(String quantity) {
        return act("claim", "/api/v1/claims", """
                {"id":"%s","disaster":"%s","commune":"%s","item":"%s","quantity":%s}""", scene.disaster(), scene.commune(), scene.item(), quantity);
    }

    Act delivery(UUID claim, String quantity) {
        return act("delivery", "/api/v1/deliveries", """
                {"id":"%s","claim":"%s","handed_over_at":"%s","handed":[{"item":"%s","quantity":%s}]}""", claim, Instant.now(), scene.item(), quantity);
    }

    /** @param kind in | out */
    Act move(String kind, String quantity) {
        return act("stock_move", "/api/v1/stock-moves", """
                {"id":"%s","depot":"%s","item":"%s","kind":"%s","quantity":%s}""", scene.depot(), scene.item(), kind, quantity);
    }

    Act report(int people) {
        return act(
                "report",
                "/api/v1/reports",
                """
                {"id":"%s","disaster":"%s","kind":"need","channel":"call","people":%d,"asked":[{"item":"%s"}],
                 "place":{"commune":"%s","hamlet":"Thôn 3"},"happened_at":"%s"}""",
                scene.disaster(),
                people,
                scene.item(),
                scene.commune(),
                Instant.now());
    }

    private static Act act(String kind, String path, String body, Object... values) {
        UUID id = UUID.randomUUID();
        Object[] all = new Object[values.length + 1];
        all[0] = id;
        System.arraycopy(values, 0, all, 1, values.length);
        return new Act(kind, id, path, body.formatted(all));
    }

    private boolean send(String token, Act act) {
        HttpResponse<String> answer = sender.send(act, token);
        if (answer.statusCode() / 100 == 2) {
            acknowledged.add(new Acknowledged(act, token, answer.statusCode(), answer.body()));
            return true;
        }
        refused.merge(
                act.kind() + " " + JSON.readTree(answer.body()).path("code").asString(), 1, Integer::sum);
        return false;
    }
}
