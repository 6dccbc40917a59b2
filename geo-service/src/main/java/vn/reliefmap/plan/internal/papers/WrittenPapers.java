package vn.reliefmap.plan.internal.papers;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.item.Items;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.PlanPapers;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SheetHome;

/** Papers written with the program's own JSON mapper, so that files and answers look the same. */
@Component
class WrittenPapers implements PlanPapers {
    private final JsonMapper mapper;
    private final TourText text;
    private final TourTracks tracks;
    private final RunSheets sheets;

    WrittenPapers(JsonMapper mapper, Items items, RunSheets sheets) {
        this.mapper = mapper;
        PaperWords words = new PaperWords(items);
        this.text = new TourText(words);
        this.tracks = new TourTracks(words);
        this.sheets = sheets;
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

    @Override
    public byte[] gpx(ReliefPlan plan, List<PlannedTour> tours) {
        return tracks.gpx(plan, tours);
    }

    @Override
    public byte[] runSheet(ReliefPlan plan, PlannedTour tour, Paper paper, List<SheetHome> homes) {
        return sheets.pdf(plan, tour, paper, homes);
    }
}
