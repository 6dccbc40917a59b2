package vn.reliefmap.exposure.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClosedStretch;
import vn.reliefmap.routing.HighRiver;
import vn.reliefmap.routing.RoadSaid;

/**
 * The answer of {@code GET /api/v1/cut-off}. A count that is null is too small to be shown; it is not 0.
 *
 * @param at the moment asked for
 * @param ageS seconds from the newest observation until now, 0 for a forecast ahead; null when there is none
 * @param farFromRoad households near no road of the class, not in {@code total}
 * @param otherIslands parts that are told only together
 * @param otherCommunes communes that are told only together
 * @param outside households without a commune
 * @param boat the class that landings were asked for; null when nobody asked, and then there are none
 * @param bestLanding from which that boat reaches the most people of all who are cut off; null when it reaches nobody, or few
 */
public record CutOffAnswer(
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        @Nullable Long ageS,
        VehicleClass vehicle,
        @Nullable Count total,
        @Nullable Count farFromRoad,
        List<Island> islands,
        @Nullable Others otherIslands,
        List<Area> communes,
        @Nullable Others otherCommunes,
        @Nullable Area outside,
        @Nullable Reopening bestReopening,
        @Nullable VehicleClass boat,
        @Nullable Landing bestLanding,
        List<Step> steps,
        List<Coming> coming) {
    /** @param at the moment asked for */
    public static CutOffAnswer of(Instant at, CutOffReport report) {
        Instant observedAt = report.observedAt();
        CutOffReport.Landings landings = report.landings();
        return new CutOffAnswer(
                at,
                observedAt,
                report.forecast(),
                observedAt == null
                        ? null
                        : Math.max(
                                0, Duration.between(observedAt, Instant.now()).toSeconds()),
                report.vehicle(),
                report.total(),
                report.farFromRoad(),
                report.islands().stream()
                        .map(i -> Island.of(
                                i,
                                landings == null ? null : landings.ofIslands().get(i.id())))
                        .toList(),
                Others.of(report.otherIslands()),
                report.communes().stream().map(Area::of).toList(),
                Others.of(report.otherCommunes()),
                report.outside() == null ? null : Area.of(report.outside()),
                Reopening.of(report.best()),
                landings == null ? null : landings.boat(),
                Landing.of(landings == null ? null : landings.best()),
                report.steps().stream().map(Step::of).toList(),
                report.coming().stream().map(Coming::of).toList());
    }

    /** A part of the network that is cut off. */
    record Island(
            String id,
            long households,
            long people,
            long vulnerablePeople,
            Polygon outline,
            List<Area> communes,
            List<Stretch> cutBy,
            @Nullable Reopening bestReopening,
            @Nullable Landing bestLanding,
            @Nullable Instant cutOffSince) {
        static Island of(CutOffReport.Island i, CutOffReport.@Nullable Landing landing) {
            return new Island(
                    i.id(),
                    i.count().households(),
                    i.count().people(),
                    i.count().vulnerablePeople(),
                    i.outline(),
                    i.communes().stream().map(Area::of).toList(),
                    i.cutBy().stream().map(Stretch::of).toList(),
                    Reopening.of(i.best()),
                    Landing.of(landing),
                    i.since());
        }
    }

    /** The households of a commune that are cut off. */
    record Area(
            @Nullable String code,
            @Nullable String fullName,
            @Nullable Long households,
            @Nullable Long people,
            @Nullable Long vulnerablePeople,
            @Nullable Instant cutOffSince) {
        static Area of(CutOffReport.Area a) {
            Count count = a.count();
            return new Area(
                    a.code(),
                    a.fullName(),
                    count == null ? null : count.households(),
                    count == null ? null : count.people(),
                    count == null ? null : count.vulnerablePeople(),
                    a.since());
        }
    }

    /** @param number how many are told together */
    record Others(
            int number,
            @Nullable Long households,
            @Nullable Long people,
            @Nullable Long vulnerablePeople) {
        static @Nullable Others of(CutOffReport.@Nullable Others o) {
            if (o == null) {
                return null;
            }
            Count count = o.count();
            return new Others(
                    o.number(),
                    count == null ? null : count.households(),
                    count == null ? null : count.people(),
                    count == null ? null : count.vulnerablePeople());
        }
    }

    /** A closed stretch of road; {@code at} = [lon, lat]; {@code said} = what was reported of it, {@code river} = the river on alert, where that decides. */
    record Stretch(
            @Nullable String roadName,
            @Nullable Double depthM,
            @Nullable RoadSaid said,
            @Nullable HighRiver river,
            List<Double> at,
            double closesAtM,
            double lengthM,
            List<VehicleClass> passableFor) {
        static Stretch of(ClosedStretch s) {
            return new Stretch(
                    s.roadName(),
                    s.depthM(),
                    s.said(),
                    s.river(),
                    position(s.at()),
                    s.closesAtM(),
                    s.lengthM(),
                    s.passableFor());
        }
    }

    /** A stretch, and what reopening it alone brings. */
    record Reopening(
            @Nullable String roadName,
            @Nullable Double depthM,
            @Nullable RoadSaid said,
            @Nullable HighRiver river,
            List<Double> at,
            double closesAtM,
            double lengthM,
            List<VehicleClass> passableFor,
            @Nullable Integer households,
            long people) {
        static @Nullable Reopening of(CutOffReport.@Nullable Reconnection r) {
            if (r == null) {
                return null;
            }
            ClosedStretch s = r.stretch();
            return new Reopening(
                    s.roadName(),
                    s.depthM(),
                    s.said(),
                    s.river(),
                    position(s.at()),
                    s.closesAtM(),
                    s.lengthM(),
                    s.passableFor(),
                    r.households(),
                    r.people());
        }
    }

    /**
     * Where wheels hand over to the boat, and whom it reaches from there; {@code at} = [lon, lat].
     *
     * @param truckS driving time from the depot, whole seconds
     * @param boatS on by boat to the middle of those who are reached, whole seconds; loading is not in it
     * @param people over water that is known to be deep enough
     * @param peopleIfDeepEnough so many more if water of unknown depth is deep enough
     */
    record Landing(
            List<Double> at,
            @Nullable String roadName,
            UUID depotId,
            String depotName,
            long truckS,
            long boatS,
            @Nullable Integer households,
            long people,
            @Nullable Integer householdsIfDeepEnough,
            long peopleIfDeepEnough) {
        static @Nullable Landing of(CutOffReport.@Nullable Landing l) {
            return l == null
                    ? null
                    : new Landing(
                            position(l.at()),
                            l.roadName(),
                            l.depot().id().value(),
                            l.depot().name(),
                            Math.round(l.truckS()),
                            Math.round(l.boatS()),
                            l.households(),
                            l.people(),
                            l.moreHouseholds(),
                            l.morePeople());
        }
    }

    /** Parts and communes that are cut off from a later step on, counted as they are then. */
    record Coming(Instant cutOffFrom, boolean forecast, List<NextIsland> islands, List<Area> communes) {
        static Coming of(CutOffReport.Coming c) {
            return new Coming(
                    c.from(),
                    c.forecast(),
                    c.islands().stream().map(NextIsland::of).toList(),
                    c.communes().stream().map(Area::of).toList());
        }
    }

    /** A part that is not cut off yet. */
    record NextIsland(
            String id, long households, long people, long vulnerablePeople, Polygon outline, List<Area> communes) {
        static NextIsland of(CutOffReport.Island i) {
            return new NextIsland(
                    i.id(),
                    i.count().households(),
                    i.count().people(),
                    i.count().vulnerablePeople(),
                    i.outline(),
                    i.communes().stream().map(Area::of).toList());
        }
    }

    /** One moment for which there is water. */
    record Step(
            Instant at,
            boolean forecast,
            @Nullable Long households,
            @Nullable Long people) {
        static Step of(CutOffReport.Step s) {
            Count count = s.count();
            return new Step(
                    s.at(),
                    s.forecast(),
                    count == null ? null : count.households(),
                    count == null ? null : count.people());
        }
    }

    private static List<Double> position(LonLat place) {
        return List.of(Math.round(place.lon() * 1e6) / 1e6, Math.round(place.lat() * 1e6) / 1e6);
    }
}
