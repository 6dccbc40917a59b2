package vn.reliefmap.plan;

/**
 * A place where vehicles load.
 *
 * @param kind a landing is filled by trucks, beyond what lies there already; boats start from it
 * @param place index of the place in the travel tables
 * @param stock what lies there to be loaded now; what tours under way carry has left it already
 * @param loadingS seconds that loading takes, for each trip
 * @param open when loading may begin
 */
public record Source(Kind kind, int place, Load stock, int loadingS, TimeWindow open) {
    /** What fills it. */
    public enum Kind {
        DEPOT,
        LANDING
    }

    /** A depot that is always open and loads in no time. */
    public static Source depot(int place, Load stock) {
        return new Source(Kind.DEPOT, place, stock, 0, TimeWindow.ALWAYS);
    }

    /** A landing with nothing on it yet. */
    public static Source landing(int place, int goods) {
        return new Source(Kind.LANDING, place, Load.none(goods), 0, TimeWindow.ALWAYS);
    }

    public Source withStock(Load other) {
        return new Source(kind, place, other, loadingS, open);
    }

    /** The same source, opened no earlier. */
    public Source notBefore(int fromS) {
        return new Source(kind, place, stock, loadingS, new TimeWindow(Math.max(open.fromS(), fromS), open.toS()));
    }
}
