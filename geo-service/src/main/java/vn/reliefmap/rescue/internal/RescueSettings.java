package vn.reliefmap.rescue.internal;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long is waited for whom. Weak values, without a source. */
@Component
class RescueSettings {
    final Duration answerWithin;
    final Duration lookAgain;
    final Duration moveRest;
    final Duration askAgain;
    final Duration overdue;
    final Duration dutyLasts;
    final double samePlaceM;

    /**
     * @param answerWithin a crew that has not answered by then is passed over
     * @param lookAgain after which a call that nobody can come to is looked at again
     * @param moveRest a call that was looked at is not looked at again before then because some crew moved
     * @param askAgain after which a crew that did not answer may be asked again
     * @param overdue after its reckoned arrival, when a coordinator is told that a crew is not there
     * @param dutyLasts after which a crew must say again that it is on duty
     * @param samePlaceM cries from one phone that are nearer to each other are one
     */
    RescueSettings(
            @Value("${relief.sos.answer-within:3m}") Duration answerWithin,
            @Value("${relief.sos.look-again:1m}") Duration lookAgain,
            @Value("${relief.sos.move-rest:15s}") Duration moveRest,
            @Value("${relief.sos.ask-again:10m}") Duration askAgain,
            @Value("${relief.sos.overdue:30m}") Duration overdue,
            @Value("${relief.sos.duty-lasts:12h}") Duration dutyLasts,
            @Value("${relief.sos.same-place-m:500}") double samePlaceM) {
        this.answerWithin = answerWithin;
        this.lookAgain = lookAgain;
        this.moveRest = moveRest;
        this.askAgain = askAgain;
        this.overdue = overdue;
        this.dutyLasts = dutyLasts;
        this.samePlaceM = samePlaceM;
    }
}
