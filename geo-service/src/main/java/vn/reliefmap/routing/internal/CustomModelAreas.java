package vn.reliefmap.routing.internal;

import static com.graphhopper.json.Statement.ElseIf;
import static com.graphhopper.json.Statement.If;

import com.graphhopper.json.Statement;
import com.graphhopper.routing.weighting.TurnCostProvider;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.routing.weighting.custom.CustomModelParser;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.JsonFeature;
import com.graphhopper.util.JsonFeatureCollection;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.passability.VehicleClass;

/** GraphHopper's own way to close areas, to be measured against: a custom model that the search asks at every edge. */
final class CustomModelAreas {
    private CustomModelAreas() {}

    /** Weight = driving time, as ours; edges that touch an area are closed. */
    static Weighting closing(RoadGraph graph, VehicleClass vehicle, List<? extends Geometry> areas) {
        CustomModel model = new CustomModel()
                .setDistanceInfluence(0d)
                .addToSpeed(If("true", Statement.Op.LIMIT, RoadHopper.speedKey(vehicle)))
                .addToPriority(If("!" + RoadHopper.accessKey(vehicle), Statement.Op.MULTIPLY, "0"));
        JsonFeatureCollection features = new JsonFeatureCollection();
        for (Geometry area : areas) {
            String name = "w" + features.getFeatures().size();
            features.getFeatures().add(new JsonFeature(name, "Feature", null, area, Map.of()));
            // One chain, so that the first area that holds an edge ends the asking: the best case for the peer.
            model.addToPriority(ElseIf("in_" + name, Statement.Op.MULTIPLY, "0"));
        }
        model.setAreas(features);
        return CustomModelParser.createWeighting(graph.values(), TurnCostProvider.NO_TURN_COST_PROVIDER, model);
    }
}
