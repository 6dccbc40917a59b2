package vn.reliefmap.need;

/** The two balances of a need (domain facts, section 3). */
public enum Balance {
    /** needed − outstanding pledges − delivered: what a donor may still promise. */
    TO_GIVE,
    /** needed − outstanding claims − delivered: what a team may still take on. */
    TO_CARRY
}
