package vn.reliefmap.supply.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.supply.MoveKind;
import vn.reliefmap.supply.StockMove;
import vn.reliefmap.supply.StockMoveOrder;
import vn.reliefmap.supply.StockMoves;

/** Goods in, out, returned and counted. Gifts come in by their own address, which looks them up. */
@RestController
class StockMoveEndpoint {
    private final StockMoves moves;

    StockMoveEndpoint(StockMoves moves) {
        this.moves = moves;
    }

    /** The same request again gives the same answer. */
    @PostMapping("/api/v1/stock-moves")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    MoveAnswer move(@RequestBody MoveRequest request) {
        return MoveAnswer.of(moves.move(Callers.account().orElseThrow().id(), request.order()));
    }

    /** The newest first. */
    @GetMapping("/api/v1/stock-moves")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    MoveList list(@RequestParam UUID depot) {
        return new MoveList(
                moves.list(new DepotId(depot)).stream().map(MoveAnswer::of).toList(), null);
    }

    /**
     * @param id made by the sender, a new one for each move
     * @param kind in | out | returned | counted
     * @param quantity in the item's unit; of a count what was found
     */
    record MoveRequest(
            @Nullable UUID id,
            @Nullable UUID depot,
            @Nullable String item,
            @Nullable String kind,
            @Nullable BigDecimal quantity) {
        StockMoveOrder order() {
            MoveKind known = Arrays.stream(MoveKind.values())
                    .filter(value -> value.word().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> Problem.badField(
                                    "MOVE_KIND",
                                    "kind",
                                    "in | out | returned | counted",
                                    "Loại phải là in, out, returned hoặc counted.",
                                    "The kind must be in, out, returned or counted.")
                            .asException());
            return new StockMoveOrder(
                    Problem.required(id, "id"),
                    new DepotId(Problem.required(depot, "depot")),
                    Problem.required(item, "item"),
                    known,
                    Problem.required(quantity, "quantity"),
                    null);
        }
    }

    /** @param next always null: the newest thousand */
    record MoveList(List<MoveAnswer> items, @Nullable String next) {}

    /**
     * @param change below 0 for goods that left
     * @param stock after the move when it was just written, now in a list
     */
    record MoveAnswer(
            UUID id,
            UUID depot,
            String item,
            String kind,
            BigDecimal change,
            BigDecimal stock,
            @Nullable String gift,
            Instant movedAt) {
        static MoveAnswer of(StockMove move) {
            return new MoveAnswer(
                    move.id(),
                    move.depot().value(),
                    move.item(),
                    move.kind().word(),
                    Numbers.plain(move.change()),
                    Numbers.plain(move.stock()),
                    move.gift() == null ? null : move.gift().value(),
                    move.movedAt());
        }
    }
}
