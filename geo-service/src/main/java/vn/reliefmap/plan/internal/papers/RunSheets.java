package vn.reliefmap.plan.internal.papers;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Items;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SheetHome;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;

/** Run sheets from what the other rooms know. */
@Component
class RunSheets {
    private final Disasters disasters;
    private final Depots depots;
    private final SheetMapLayers layers;
    private final RunSheetContent content;
    private final SheetFonts fonts = SheetFonts.ofTheSystem();
    private final RunSheetPage page = new RunSheetPage();

    /** @param publicUrl where people reach the program, for the QR code */
    RunSheets(
            Disasters disasters,
            Depots depots,
            Items items,
            SheetMapLayers layers,
            @Value("${relief.public-url:http://127.0.0.1:${server.port:8080}}") String publicUrl) {
        this.disasters = disasters;
        this.depots = depots;
        this.layers = layers;
        this.content = new RunSheetContent(new PaperWords(items), publicUrl);
    }

    byte[] pdf(ReliefPlan plan, PlannedTour tour, Paper paper, List<SheetHome> homes) {
        SheetFonts.Faces faces = fonts.faces();
        RunSheet sheet = content.of(plan, tour, paper, homes, new SheetMapImage(faces), new Around(plan, tour));
        return page.pdf(sheet, faces);
    }

    private final class Around implements RunSheetContent.Surroundings {
        private final ReliefPlan plan;
        private final PlannedTour tour;

        Around(ReliefPlan plan, PlannedTour tour) {
            this.plan = plan;
            this.tour = tour;
        }

        @Override
        public String disasterName() {
            return disasters.get(plan.disaster()).name();
        }

        /** A depot may be gone since the plan was made. */
        @Override
        public String depotName() {
            return depots.list().stream()
                    .filter(depot -> depot.id().equals(tour.depot()))
                    .map(Depot::name)
                    .findFirst()
                    .orElse("–");
        }

        @Override
        public SheetMap map(double widthMm, double heightMm) {
            return layers.around(plan, tour, widthMm, heightMm);
        }

        @Override
        public String settlementNear(LonLat stop) {
            return layers.settlementNear(stop);
        }
    }
}
