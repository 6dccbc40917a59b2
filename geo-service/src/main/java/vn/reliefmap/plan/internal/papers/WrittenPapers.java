package vn.reliefmap.plan.internal.papers;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.item.Items;
import vn.reliefmap.plan.PlanPapers;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;

/** Papers written with the program's own JSON mapper, so that files and answers look the same. */
@Component
class WrittenPapers implements PlanPapers {
    private final JsonMapper mapper;
    private final TourText text;

    WrittenPapers(JsonMapper mapper, Items items) {
        this.mapper = mapper;
        this.text = new TourText(items);
    }

    @Override
    public byte[] json(ReliefPlan plan) {
        return mapper.writeValueAsBytes(PlanView.of(plan));
    }

    @Override
    public byte[] geoJson(ReliefPlan plan) {
        return mapper.writeValueAsBytes(TourFeatures.of(plan));
    }

    @Override
    public String text(ReliefPlan plan, PlannedTour tour) {
        return text.of(plan, tour);
    }
}
