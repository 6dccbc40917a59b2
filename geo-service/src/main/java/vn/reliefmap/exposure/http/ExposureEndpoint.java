package vn.reliefmap.exposure.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.Exposure;
import vn.reliefmap.exposure.ExposureReport;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Who stands in the water. Communes with few households are joined for those who may not see homes. */
@RestController
class ExposureEndpoint {
    private final Exposure exposure;
    private final Waters waters;
    private final Disasters disasters;

    ExposureEndpoint(Exposure exposure, Waters waters, Disasters disasters) {
        this.exposure = exposure;
        this.waters = waters;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/exposure")
    @OpenTo(Caller.EVERYONE)
    ExposureAnswer exposure(@RequestParam String disaster, @RequestParam(required = false) @Nullable String at) {
        Disaster named = disasters.named(disaster);
        boolean all = Callers.rights().seesSmallSums(named.simulated());
        Instant moment = waters.moment(named.id(), at);
        List<ExposureAnswer.Step> steps = new ArrayList<>();
        for (WaterStep step : waters.steps(named.id())) {
            Count inWater = report(named, step.at(), all).total().inWater();
            steps.add(new ExposureAnswer.Step(
                    step.at(),
                    step.forecast(),
                    inWater == null ? null : inWater.households(),
                    inWater == null ? null : inWater.people()));
        }
        return ExposureAnswer.of(moment, report(named, moment, all), steps);
    }

    private ExposureReport report(Disaster disaster, Instant at, boolean all) {
        return all ? exposure.exact(disaster, at) : exposure.forEveryone(disaster, at);
    }
}
