package vn.reliefmap.report;

/**
 * How a report reached the public door.
 *
 * @param address network address of the caller; addresses take turns when reports are worked off
 * @param suspected a field that no person sees was filled in
 */
public record Arrival(String address, boolean suspected) {}
