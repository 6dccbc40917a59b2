package vn.reliefmap.routing.internal;

import com.graphhopper.routing.InstructionsFromEdges;
import com.graphhopper.storage.Graph;
import com.graphhopper.util.AngleCalc;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.Instruction;
import com.graphhopper.util.InstructionList;
import com.graphhopper.util.RoundaboutInstruction;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteStep.Turn;

/**
 * The turn list of a way. GraphHopper decides where a turn is and of what kind, judging junctions as they are when dry,
 * for a drowned side street is still there to be seen; the words are ours. Used once.
 */
final class RouteSteps {
    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final InstructionList instructions = new InstructionList(null);
    private final InstructionsFromEdges turns;
    private final List<Piece> pieces = new ArrayList<>();

    /** What lies between a step and the next one. */
    private static final class Piece {
        private final EdgeIteratorState first;
        private EdgeIteratorState last;
        private double distanceM;
        private double durationS;
        private double depthM;
        private boolean deckUnconfirmed;

        Piece(EdgeIteratorState first) {
            this.first = first;
            this.last = first;
        }
    }

    /** @param asked the graph that the way's edges belong to */
    RouteSteps(RoadGraph graph, Graph asked, VehicleClass vehicle) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.turns = new InstructionsFromEdges(asked, graph.dry(vehicle), graph.values(), instructions);
    }

    /** @param end where a way without edges ends */
    List<RouteStep> of(List<DrivenEdge> edges, LonLat end) {
        edges.stream().filter(driven -> driven.edge().getDistance() > 0).forEach(this::follow);
        LonLat arrival = end;
        if (!pieces.isEmpty()) {
            turns.finish();
            Coordinate[] last = RoadGraph.coordinates(pieces.get(pieces.size() - 1).last);
            arrival = LonLat.of(last[last.length - 1]);
        }
        List<RouteStep> steps = new ArrayList<>();
        double doneM = 0;
        for (int i = 0; i < pieces.size(); i++) {
            steps.add(step(pieces.get(i), instructions.get(i), i == 0, doneM));
            doneM += pieces.get(i).distanceM;
        }
        steps.add(arrive(vehicle, arrival, doneM));
        return List.copyOf(steps);
    }

    private void follow(DrivenEdge driven) {
        EdgeIteratorState edge = driven.edge();
        WaterSnapshot snapshot = driven.water();
        turns.next(edge, 0, 0);
        if (instructions.size() > pieces.size()) {
            pieces.add(new Piece(edge));
        }
        Piece piece = pieces.get(pieces.size() - 1);
        piece.last = edge;
        piece.distanceM += edge.getDistance();
        piece.durationS += driven.seconds();
        if (snapshot != null) {
            int base = graph.baseEdge(edge);
            piece.depthM = Math.max(piece.depthM, snapshot.depthM(base));
            piece.deckUnconfirmed |= snapshot.deckUnconfirmed(base);
        }
    }

    private RouteStep step(Piece piece, Instruction instruction, boolean first, double fromM) {
        Turn turn = first && instruction.getSign() == Instruction.CONTINUE_ON_STREET
                ? Turn.DEPART
                : turn(instruction.getSign());
        Coordinate[] line = RoadGraph.coordinates(piece.first);
        String name = instruction.getName().isBlank()
                ? RoadGraph.roadName(turn == Turn.ROUNDABOUT ? piece.last : piece.first)
                : instruction.getName();
        Integer exit = instruction instanceof RoundaboutInstruction round && round.getExitNumber() > 0
                ? Integer.valueOf(round.getExitNumber())
                : null;
        StepWords.Road words = new StepWords.Road(
                turn, name, exit, azimuth(line), piece.distanceM, piece.depthM, piece.deckUnconfirmed);
        return new RouteStep(
                turn,
                vehicle,
                LonLat.of(line[0]),
                Meters.round(fromM),
                Meters.round(piece.distanceM),
                Math.round(piece.durationS * 10) / 10.0,
                name,
                exit,
                Meters.depth(piece.depthM),
                words.vi(),
                words.en());
    }

    private static Turn turn(int sign) {
        return switch (sign) {
            case Instruction.TURN_SLIGHT_LEFT -> Turn.SLIGHT_LEFT;
            case Instruction.TURN_LEFT -> Turn.LEFT;
            case Instruction.TURN_SHARP_LEFT -> Turn.SHARP_LEFT;
            case Instruction.KEEP_LEFT -> Turn.KEEP_LEFT;
            case Instruction.TURN_SLIGHT_RIGHT -> Turn.SLIGHT_RIGHT;
            case Instruction.TURN_RIGHT -> Turn.RIGHT;
            case Instruction.TURN_SHARP_RIGHT -> Turn.SHARP_RIGHT;
            case Instruction.KEEP_RIGHT -> Turn.KEEP_RIGHT;
            case Instruction.U_TURN_UNKNOWN, Instruction.U_TURN_LEFT, Instruction.U_TURN_RIGHT -> Turn.U_TURN;
            case Instruction.USE_ROUNDABOUT -> Turn.ROUNDABOUT;
            default -> Turn.STRAIGHT;
        };
    }

    static RouteStep arrive(VehicleClass vehicle, LonLat at, double fromM) {
        StepWords.Road words = new StepWords.Road(Turn.ARRIVE, null, null, 0, 0, 0, false);
        return new RouteStep(
                Turn.ARRIVE, vehicle, at, Meters.round(fromM), 0, 0, null, null, 0, words.vi(), words.en());
    }

    /** By boat without turns: one step, and the arrival. */
    static List<RouteStep> afloat(
            VehicleClass boat, LineString line, double lengthM, double durationS, double deepestM, double unknownM) {
        Coordinate[] ends = {line.getCoordinateN(0), line.getCoordinateN(line.getNumPoints() - 1)};
        double azimuth = azimuth(ends);
        RouteStep way = new RouteStep(
                Turn.BOAT,
                boat,
                LonLat.of(ends[0]),
                0,
                Meters.round(lengthM),
                Math.round(durationS * 10) / 10.0,
                null,
                null,
                deepestM,
                StepWords.boatVi(boat, azimuth, lengthM, unknownM),
                StepWords.boatEn(boat, azimuth, lengthM, unknownM));
        return List.of(way, arrive(boat, LonLat.of(ends[1]), lengthM));
    }

    /** The road's steps but for its arrival, the transfer, and the boat's steps. */
    static List<RouteStep> joined(List<RouteStep> road, LonLat at, double waitS, List<RouteStep> afloat) {
        RouteStep stop = road.get(road.size() - 1);
        VehicleClass boat = afloat.get(0).vehicle();
        List<RouteStep> steps = new ArrayList<>(road.subList(0, road.size() - 1));
        steps.add(new RouteStep(
                Turn.TRANSFER,
                boat,
                at,
                stop.fromM(),
                0,
                waitS,
                null,
                null,
                0,
                StepWords.transferVi(boat, waitS),
                StepWords.transferEn(boat, waitS)));
        afloat.forEach(step -> steps.add(step.later(stop.fromM())));
        return List.copyOf(steps);
    }

    private static double azimuth(Coordinate[] line) {
        Coordinate next = line[0];
        for (int i = 1; i < line.length && next.equals2D(line[0]); i++) {
            next = line[i];
        }
        return AngleCalc.ANGLE_CALC.calcAzimuth(line[0].y, line[0].x, next.y, next.x);
    }
}
