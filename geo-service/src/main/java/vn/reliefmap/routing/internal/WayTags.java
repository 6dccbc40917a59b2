package vn.reliefmap.routing.internal;

import com.graphhopper.reader.ReaderWay;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;

/** Reads the tags of one OpenStreetMap way, or of one piece of it, by the {@link RoadRules}. */
final class WayTags {
    private static final Pattern NUMBER = Pattern.compile("^\\s*([0-9]+(?:[.,][0-9]+)?)\\s*(t|kg|m|km/h|mph)?\\s*$");

    /** Not the bare word "tràn": a street of Huế is written "Tràn Quý Khoáng" for Trần. Nor "đường ngầm", a tunnel. */
    private static final Pattern LOW_NAME = Pattern.compile("^(cầu tràn|đập tràn|đường tràn|cầu ngầm|ngầm)\\s.*");

    private final ReaderWay way;

    WayTags(ReaderWay way) {
        this.way = way;
    }

    /** True for every line tagged as a road of any kind, built or not; squares are areas and no lines. */
    boolean isHighway() {
        return way.hasTag("highway") && !way.hasTag("area", "yes");
    }

    /** True when the way belongs into the road graph at all. */
    boolean isRoad() {
        return isHighway() && !RoadRules.NO_ROADS.contains(way.getTag("highway", ""));
    }

    /** Usual speed of the class on this way in km/h; 0 when it may not or cannot use it. */
    int speedKmh(VehicleClass vehicle) {
        String highway = way.getTag("highway");
        if (!isRoad() || highway == null || highway.equals("steps")) {
            return 0;
        }
        String word = firstWord(vehicle);
        if (word != null && RoadRules.FORBIDDING.contains(word)) {
            return 0;
        }
        int speed = RoadRules.speedKmh(vehicle, highway);
        if (speed == 0) {
            if (!openedByName(vehicle)) {
                return 0;
            }
            speed = RoadRules.OPENED_BY_TAG_KMH;
        }
        if (!fits(vehicle, highway)) {
            return 0;
        }
        if (RoadRules.ROUGH_SURFACES.contains(way.getTag("surface", ""))) {
            speed = Math.min(speed, RoadRules.roughKmh(vehicle));
        }
        double limit = number("maxspeed");
        // A driver keeps below the sign on average; 0.9 is the usual allowance of routers.
        return Math.max(1, (int) Math.min(Math.min(speed, limit * 0.9), RoadRules.TOP_SPEED_KMH));
    }

    private boolean fits(VehicleClass vehicle, String highway) {
        if (highway.equals("track") && !RoadRules.takesTrack(vehicle, way.getTag("tracktype"))) {
            return false;
        }
        if (RoadRules.SIDE_FOOTWAYS.contains(way.getTag("footway", ""))) {
            return false;
        }
        // The lanes of Huế (kiệt) and of villages (ngõ, xóm) are 2–3 m wide.
        if (vehicle == VehicleClass.TRUCK && way.hasTag("service", "alley")) {
            return false;
        }
        if (way.hasTag("smoothness", "impassable") || way.hasTag("impassable", "yes")) {
            return false;
        }
        RoadRules.Body body = RoadRules.body(vehicle);
        return number("maxweight") >= body.massT()
                && number("maxheight") >= body.heightM()
                && number("maxwidth") >= body.widthM()
                && number("width") >= body.widthM()
                && number("maxlength") >= body.lengthM();
    }

    boolean forward(VehicleClass vehicle) {
        return !way.hasTag("oneway", "-1") || !obeysOneway(vehicle);
    }

    boolean backward(VehicleClass vehicle) {
        if (!obeysOneway(vehicle)) {
            return true;
        }
        if (way.hasTag("oneway", "-1") || way.hasTag("oneway", "no")) {
            return true;
        }
        return !way.hasTag("oneway", "yes", "true", "1")
                && !way.hasTag("junction", "roundabout", "circular")
                && !way.hasTag("highway", "motorway");
    }

    private boolean obeysOneway(VehicleClass vehicle) {
        return vehicle != VehicleClass.MOTORBIKE || !way.hasTag("oneway:motorcycle", "no");
    }

    /** True when the piece stands for a barrier on a node that the class does not pass. */
    boolean blockedByBarrier(VehicleClass vehicle) {
        if (!way.hasTag("gh:barrier_edge")) {
            return false;
        }
        List<Map<String, Object>> nodes = way.getTag("node_tags", List.<Map<String, Object>>of());
        return !nodes.isEmpty() && blocks(nodes.get(0), vehicle);
    }

    private static boolean blocks(Map<String, Object> node, VehicleClass vehicle) {
        for (String key : RoadRules.accessKeys(vehicle)) {
            if (node.get(key) instanceof String word) {
                return RoadRules.FORBIDDING.contains(word);
            }
        }
        if ("yes".equals(node.get("locked"))) {
            return true;
        }
        Object barrier = node.get("barrier");
        if (!(barrier instanceof String kind)) {
            return false;
        }
        return RoadRules.BARRIERS_ALL.contains(kind)
                || (vehicle != VehicleClass.MOTORBIKE && RoadRules.BARRIERS_WIDE.contains(kind))
                || (vehicle == VehicleClass.TRUCK && kind.equals("height_restrictor"));
    }

    boolean onBridge() {
        return way.hasTag("bridge") && !way.hasTag("bridge", "no") && !way.hasTag("bridge", "low_water_crossing");
    }

    /** A ford or low causeway, by tag, by a ford on the node, or by its Vietnamese name (ngầm, tràn). */
    boolean lowCrossing() {
        if (way.hasTag("bridge", "low_water_crossing") || (way.hasTag("ford") && !way.hasTag("ford", "no"))) {
            return true;
        }
        if (way.hasTag("gh:barrier_edge")) {
            List<Map<String, Object>> nodes = way.getTag("node_tags", List.<Map<String, Object>>of());
            Object ford = nodes.isEmpty() ? null : nodes.get(0).get("ford");
            return ford != null && !"no".equals(ford);
        }
        String name = Normalizer.normalize(way.getTag("name", ""), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT) + " ";
        return LOW_NAME.matcher(name).matches() && !way.hasTag("tunnel");
    }

    private @Nullable String firstWord(VehicleClass vehicle) {
        for (String key : RoadRules.accessKeys(vehicle)) {
            String word = way.getTag(key);
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    /** A tag of its own, not the general "access", lets the class onto a way it does not usually use. */
    private boolean openedByName(VehicleClass vehicle) {
        for (String key : RoadRules.accessKeys(vehicle)) {
            String word = way.getTag(key);
            if (word != null && !key.equals("access") && !key.equals("vehicle")) {
                return List.of("yes", "designated", "permissive", "destination", "delivery")
                        .contains(word);
            }
        }
        return false;
    }

    /** The number in a tag in tonnes, metres or km/h; infinite when there is none that can be read. */
    private double number(String key) {
        Matcher matcher = NUMBER.matcher(way.getTag(key, ""));
        if (!matcher.matches()) {
            return Double.POSITIVE_INFINITY;
        }
        double value = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String unit = matcher.group(2);
        if ("kg".equals(unit)) {
            return value / 1000;
        }
        return "mph".equals(unit) ? value * 1.609344 : value;
    }
}
