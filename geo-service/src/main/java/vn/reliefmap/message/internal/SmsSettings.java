package vn.reliefmap.message.internal;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How SMS are taken and sent; in the environment {@code RELIEF_SMS_…}. */
@Component
public class SmsSettings {
    /** A shorter secret counts as none. */
    private static final int SHORTEST_SECRET = 16;

    final String disaster;
    final String sendUrl;
    final Duration partsWait;
    final Duration kept;
    final int answersPerHour;
    private final String secret;
    private final Duration skew;

    /**
     * @param secret shared with the gateway, at least 16 characters; without it the door is closed
     * @param sendUrl where messages are posted; empty = the gateway comes for them
     * @param disaster to which reports by SMS belong; empty = the newest that is open, a real one first
     * @param skew by which the gateway's clock may differ
     * @param partsWait after which a long message is taken without the parts that did not come
     * @param kept after which numbers and texts are wiped
     * @param answersPerHour to one number, so that two machines do not answer each other for ever
     */
    SmsSettings(
            @Value("${relief.sms.secret:}") String secret,
            @Value("${relief.sms.send-url:}") String sendUrl,
            @Value("${relief.sms.disaster:}") String disaster,
            @Value("${relief.sms.clock-skew:5m}") Duration skew,
            @Value("${relief.sms.parts-wait:3m}") Duration partsWait,
            @Value("${relief.sms.kept:90d}") Duration kept,
            @Value("${relief.sms.answers-per-hour:30}") int answersPerHour) {
        this.secret = secret;
        this.sendUrl = sendUrl;
        this.disaster = disaster;
        this.skew = skew;
        this.partsWait = partsWait;
        this.kept = kept;
        this.answersPerHour = answersPerHour;
    }

    /** The seal of messages to and from the gateway. */
    public GatewaySeal seal() {
        return new GatewaySeal(secret.length() < SHORTEST_SECRET ? "" : secret, skew);
    }
}
