package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.internal.Observation.Finding;
import vn.reliefmap.kernel.DisasterId;

/**
 * Merges observations by the rules of the domain facts, section 2, place by place, when asked:
 *
 * <ol>
 *   <li>the newest observation that looked at a place decides whether it is wet or dry; where it did not look, older
 *       knowledge stays;
 *   <li>a wet place has the depth that the newest observation with a depth gives; an extent without depth does not erase
 *       older depths;
 *   <li>an observation that found the place dry ends the search for a depth: older depths belong to water that had gone,
 *       so the new water's depth is unknown. Unknown is not dry.
 * </ol>
 *
 * <p>What an observation calls water is water, rivers and lakes included; {@link #floodAt} and {@link #floodAlong} take
 * away those that are there all year, and deepen water by what the height of the ground says.
 */
final class MergedPicture implements WaterPicture {
    private static final double CENTIMETER_DEG = 1e-7;

    private final DisasterId disaster;
    private final Instant at;
    private final List<Observation> newestFirst;
    private final List<Envelope> wetEnvelopes;
    private final Ground ground;
    private final boolean mayEstimate;
    private final boolean hasCurrents;

    MergedPicture(DisasterId disaster, Instant at, List<Observation> observations, Ground ground) {
        this.disaster = disaster;
        this.ground = ground;
        this.at = at;
        this.newestFirst = observations.stream()
                .filter(o -> !o.observedAt().isAfter(at))
                .sorted(Observation.NEWEST_FIRST)
                .toList();
        this.mayEstimate = !ground.elevation().isEmpty() && newestFirst.stream().anyMatch(Observation::hasUnknown);
        this.hasCurrents = newestFirst.stream().anyMatch(Observation::hasCurrent);
        this.wetEnvelopes = WetBoxes.of(newestFirst);
    }

    Ground ground() {
        return ground;
    }

    List<Observation> newestFirst() {
        return newestFirst;
    }

    /** Names what the picture is made of: the same text means the same water on the same ground. */
    String tag() {
        long hash = 1125899906842597L;
        for (Observation o : newestFirst) {
            hash = 31 * hash + o.id().getMostSignificantBits();
            hash = 31 * hash + o.id().getLeastSignificantBits();
        }
        return Long.toHexString(31 * hash + ground.number());
    }

    @Override
    public DisasterId disaster() {
        return disaster;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public @Nullable Instant newestObservedAt() {
        return newestFirst.isEmpty() ? null : newestFirst.get(0).observedAt();
    }

    @Override
    public boolean forecast() {
        return !newestFirst.isEmpty() && newestFirst.get(0).forecast();
    }

    @Override
    public List<Envelope> wetEnvelopes() {
        return wetEnvelopes;
    }

    /** What an older observation says matters only where the newer ones leave something open. */
    @Override
    public boolean sameWithin(Envelope box) {
        for (Observation observation : newestFirst) {
            if (observation.extent().intersects(box)) {
                if (observation.isOutlinedIn(box)) {
                    return false;
                }
                Finding.Kind all = observation.at(box.centre()).kind();
                if (!hasCurrents && (all == Finding.Kind.DEPTH || all == Finding.Kind.DRY)) {
                    return true;
                }
            }
        }
        return true;
    }

    /** Observations never change: where the two are made of the same ones, over the same ground, they say the same. */
    @Override
    public Optional<List<Envelope>> changesSince(WaterPicture earlier) {
        if (!(earlier.withoutReports() instanceof MergedPicture other)
                || !other.disaster.equals(disaster)
                || other.ground != ground) {
            return Optional.empty();
        }
        Map<UUID, Observation> onlyOne = new HashMap<>();
        other.newestFirst.forEach(o -> onlyOne.put(o.id(), o));
        for (Observation observation : newestFirst) {
            if (onlyOne.remove(observation.id()) == null) {
                onlyOne.put(observation.id(), observation);
            }
        }
        List<Envelope> changes = new ArrayList<>(
                onlyOne.values().stream().map(Observation::extent).toList());
        changes.addAll(ReportedPicture.saidOf(earlier));
        return Optional.of(changes);
    }

    @Override
    public boolean hasCurrents() {
        return hasCurrents;
    }

    @Override
    public Water at(Coordinate position) {
        Water water = still(position);
        return hasCurrents && isWet(water) ? water.flowing(currentMs(position)) : water;
    }

    /** As with depths: the newest observation with a current gives it, and one that found the place dry ends the search. */
    private double currentMs(Coordinate position) {
        for (Observation observation : newestFirst) {
            double current = observation.hasCurrent() ? observation.currentMs(position) : Double.NaN;
            if (!Double.isNaN(current)) {
                return current;
            }
            if (observation.at(position).kind() == Finding.Kind.DRY) {
                break;
            }
        }
        return Double.NaN;
    }

    private Water still(Coordinate position) {
        for (int i = 0; i < newestFirst.size(); i++) {
            Observation decider = newestFirst.get(i);
            Finding finding = decider.at(position);
            switch (finding.kind()) {
                case NOT_SEEN -> {}
                case DRY -> {
                    return new Water(State.DRY, 0, decider.observedAt());
                }
                case DEPTH -> {
                    return new Water(State.WET, finding.depthM(), decider.observedAt());
                }
                case WATER -> {
                    return withOlderDepth(position, i);
                }
            }
        }
        return Water.NOWHERE_OBSERVED;
    }

    private Water withOlderDepth(Coordinate position, int decider) {
        Instant decidedAt = newestFirst.get(decider).observedAt();
        for (int i = decider + 1; i < newestFirst.size(); i++) {
            Finding older = newestFirst.get(i).at(position);
            if (older.kind() == Finding.Kind.DEPTH) {
                return new Water(State.WET, older.depthM(), decidedAt);
            }
            if (older.kind() == Finding.Kind.DRY) {
                break;
            }
        }
        return new Water(State.UNKNOWN, 0, decidedAt);
    }

    @Override
    public Water along(LineString line) {
        Worst worst = new Worst();
        Pieces.of(line, newestFirst, PermanentWater.NONE).forEach(middle -> worst.add(at(middle)));
        return worst.water();
    }

    @Override
    public Water floodAt(Coordinate position) {
        Water water = at(position);
        if (!isWet(water)) {
            return water;
        }
        return switch (ground.permanent().locate(position)) {
            case Location.INTERIOR -> Water.NOWHERE_OBSERVED;
            case Location.BOUNDARY -> besideShore(position);
            default -> estimated(position, water);
        };
    }

    /** Bridges are often drawn from one corner of the bank to another: what stands on the land around decides there. */
    private Water besideShore(Coordinate corner) {
        Worst ashore = new Worst();
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                Coordinate beside = new Coordinate(corner.x + x * CENTIMETER_DEG, corner.y + y * CENTIMETER_DEG);
                if (ground.permanent().locate(beside) == Location.EXTERIOR) {
                    ashore.add(estimated(beside, at(beside)));
                }
            }
        }
        return ashore.water();
    }

    /** Where the observation that decides gave no depth, the height of the ground may say more than older depths do. */
    private Water estimated(Coordinate position, Water water) {
        if (mayEstimate && isWet(water)) {
            for (Observation observation : newestFirst) {
                Finding finding = observation.at(position);
                if (finding.kind() == Finding.Kind.WATER) {
                    return water.estimated(ground.estimateM(observation, position));
                }
                if (finding.kind() != Finding.Kind.NOT_SEEN) {
                    break;
                }
            }
        }
        return water;
    }

    @Override
    public Water floodAlong(LineString line) {
        Water water = along(line);
        if (!isWet(water) || (!mayEstimate && !ground.permanent().isNear(line.getEnvelopeInternal()))) {
            return water;
        }
        Worst ashore = new Worst();
        for (Coordinate middle : Pieces.of(line, newestFirst, ground.permanent())) {
            if (!ground.permanent().holds(middle)) {
                ashore.add(floodAt(middle));
            }
        }
        if (!ashore.any) {
            return water;
        }
        if (mayEstimate) {
            // The ground rises and falls between two outlines.
            for (Coordinate place :
                    Densifier.densify(line, ground.elevation().finestDeg()).getCoordinates()) {
                if (!ground.permanent().holds(place)) {
                    ashore.add(floodAt(place));
                }
            }
        }
        return ashore.water();
    }

    private static boolean isWet(Water water) {
        return water.state() == State.WET || water.state() == State.UNKNOWN;
    }

    /** Adds up the parts of a line. */
    private static final class Worst {
        private Water worst = Water.NOWHERE_OBSERVED;
        private boolean any;
        private boolean unobserved;
        private double deepestM;
        private double deepestEstimateM = Double.NaN;
        private double fastestMs = Double.NaN;

        void add(Water part) {
            unobserved |= part.state() == State.UNOBSERVED;
            deepestM = Math.max(deepestM, part.depthM());
            if (!(part.currentMs() <= fastestMs) && !Double.isNaN(part.currentMs())) {
                fastestMs = part.currentMs();
            }
            if (!(part.estimatedM() <= deepestEstimateM) && !Double.isNaN(part.estimatedM())) {
                deepestEstimateM = part.estimatedM();
            }
            if (!any
                    || part.state().compareTo(worst.state()) > 0
                    || (part.state() == worst.state() && (part.depthM() > worst.depthM() || longerAgo(part, worst)))) {
                worst = part;
                any = true;
            }
        }

        /** A line is as dry as its part that was looked at first: water may have come to it since. */
        private static boolean longerAgo(Water part, Water worst) {
            return part.state() == State.DRY
                    && part.observedAt() != null
                    && worst.observedAt() != null
                    && part.observedAt().isBefore(worst.observedAt());
        }

        Water water() {
            return switch (worst.state()) {
                // Part of the line was not looked at: calling all of it dry would be more than is known.
                case UNOBSERVED, DRY -> unobserved ? Water.NOWHERE_OBSERVED : worst;
                case WET -> worst.flowing(fastestMs);
                case UNKNOWN -> new Water(State.UNKNOWN, deepestM, worst.observedAt(), deepestEstimateM, fastestMs);
            };
        }
    }
}
