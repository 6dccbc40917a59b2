package vn.reliefmap.routing.internal;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.LMProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.WeightingFactory;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import vn.reliefmap.passability.VehicleClass;

/**
 * GraphHopper set up for relief: a profile with landmarks for each class on wheels, our own access and speed rules, the
 * smallest islands kept, everything in memory.
 */
final class RoadHopper extends GraphHopper {
    static final String ON_BRIDGE = "on_bridge";
    static final String LOW_CROSSING = "low_crossing";
    private static final int SPEED_BITS = 7;

    private RoadHopper(Path folder) {
        // What goes wrong comes as an exception; the landmark search calls every small island of roads an error.
        LoggingSystem logging = LoggingSystem.get(RoadHopper.class.getClassLoader());
        logging.setLogLevel("com.graphhopper", LogLevel.ERROR);
        logging.setLogLevel("com.graphhopper.routing.lm", LogLevel.OFF);
        List<String> values = new ArrayList<>(List.of("osm_way_id", "road_class", ON_BRIDGE, LOW_CROSSING));
        List<Profile> profiles = new ArrayList<>();
        List<LMProfile> landmarks = new ArrayList<>();
        for (VehicleClass vehicle : RoadRules.CLASSES) {
            values.add(accessKey(vehicle));
            values.add(speedKey(vehicle));
            // The weighting is ours (see below), so the model stays empty; the hint ties the graph to the rules.
            profiles.add(new Profile(vehicle.word())
                    .setCustomModel(new CustomModel())
                    .putHint("relief_rules", RoadRules.VERSION));
            landmarks.add(new LMProfile(vehicle.word()));
        }
        setEncodedValuesString(String.join(",", values));
        setProfiles(profiles);
        getLMPreparationHandler().setLMProfiles(landmarks);
        setImportRegistry(new ReliefRegistry());
        setGraphHopperLocation(folder.toString());
        setMinNetworkSize(0);
        setElevation(false);
    }

    /** Ready to build a graph from a file; the caller then calls importOrLoad(). */
    static RoadHopper toBuild(Path osmFile, Path folder) {
        RoadHopper hopper = new RoadHopper(folder);
        hopper.setOSMFile(osmFile.toString());
        return hopper;
    }

    /** Reads a graph from its folder; throws IllegalStateException when it is not there or was built by other rules. */
    static RoadHopper read(Path folder) {
        RoadHopper hopper = new RoadHopper(folder);
        hopper.setAllowWrites(false);
        if (!hopper.load()) {
            throw new IllegalStateException("no graph in " + folder);
        }
        return hopper;
    }

    static String accessKey(VehicleClass vehicle) {
        return VehicleAccess.key(vehicle.word());
    }

    static String speedKey(VehicleClass vehicle) {
        return vehicle.word() + "_average_speed";
    }

    @Override
    protected WeightingFactory createWeightingFactory() {
        return (profile, hints, disableTurnCosts) -> FreeFlowWeighting.of(getEncodingManager(), profile.getName());
    }

    @Override
    protected OSMParsers buildOSMParsers(
            Map<String, PMap> encodedValues,
            Map<String, ImportUnit> importUnits,
            Map<String, List<String>> restrictions,
            List<String> ignoredHighways) {
        OSMParsers parsers = super.buildOSMParsers(encodedValues, importUnits, restrictions, ignoredHighways);
        return new OSMParsers(
                parsers.getIgnoredHighways(),
                parsers.getWayTagParsers(),
                parsers.getRelationTagParsers(),
                parsers.getRestrictionTagParsers()) {
            @Override
            public boolean acceptWay(ReaderWay way) {
                return new WayTags(way).isRoad();
            }
        };
    }

    /** GraphHopper's own values, and ours in front of them. */
    private static final class ReliefRegistry extends DefaultImportRegistry {
        @Override
        public @Nullable ImportUnit createImportUnit(String name) {
            for (VehicleClass vehicle : RoadRules.CLASSES) {
                if (name.equals(accessKey(vehicle))) {
                    return access(vehicle, name);
                }
                if (name.equals(speedKey(vehicle))) {
                    return speed(vehicle, name);
                }
            }
            return switch (name) {
                case ON_BRIDGE -> flag(name, WayTags::onBridge);
                case LOW_CROSSING -> flag(name, WayTags::lowCrossing);
                default -> super.createImportUnit(name);
            };
        }

        private static ImportUnit access(VehicleClass vehicle, String name) {
            return ImportUnit.create(name, props -> VehicleAccess.create(vehicle.word()), (lookup, props) -> {
                var access = lookup.getBooleanEncodedValue(name);
                return (edge, store, way, relations) -> {
                    WayTags tags = new WayTags(way);
                    boolean usable = tags.speedKmh(vehicle) > 0 && !tags.blockedByBarrier(vehicle);
                    access.setBool(false, edge, store, usable && tags.forward(vehicle));
                    access.setBool(true, edge, store, usable && tags.backward(vehicle));
                };
            });
        }

        private static ImportUnit speed(VehicleClass vehicle, String name) {
            return ImportUnit.create(
                    name, props -> new DecimalEncodedValueImpl(name, SPEED_BITS, 1, false), (lookup, props) -> {
                        var speed = lookup.getDecimalEncodedValue(name);
                        return (edge, store, way, relations) ->
                                speed.setDecimal(false, edge, store, new WayTags(way).speedKmh(vehicle));
                    });
        }

        private static ImportUnit flag(String name, java.util.function.Predicate<WayTags> rule) {
            return ImportUnit.create(name, props -> new SimpleBooleanEncodedValue(name), (lookup, props) -> {
                var flag = lookup.getBooleanEncodedValue(name);
                return (edge, store, way, relations) -> flag.setBool(false, edge, store, rule.test(new WayTags(way)));
            });
        }
    }
}
