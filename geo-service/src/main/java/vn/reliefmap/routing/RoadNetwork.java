package vn.reliefmap.routing;

import java.util.OptionalLong;

/** The road network that routes run on; follows new imports by itself. Thread-safe. */
public interface RoadNetwork {
    /** How far the network is. */
    enum State {
        /** Nobody asked for it yet. */
        IDLE,
        /** Being read from disk; a network in use before stays in use. */
        LOADING,
        /** In memory and answering. */
        READY,
        /** No road extract was ever imported. */
        EMPTY,
        /** The graph of the current import is missing or cannot be read. */
        BROKEN
    }

    State state();

    /** True when routes can be asked for. */
    default boolean ready() {
        return state() == State.READY;
    }

    /** Id of the road import in use (table road_import); empty while there is none in memory. */
    OptionalLong importId();
}
