package vn.reliefmap.report;

import java.util.OptionalDouble;

/**
 * One thing that is asked for.
 *
 * @param item code of the catalogue
 * @param quantity in the item's unit, above 0; empty = to be worked out from people and ration
 */
public record Asked(String item, OptionalDouble quantity) {}
