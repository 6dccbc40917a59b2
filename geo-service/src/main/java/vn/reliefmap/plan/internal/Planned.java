package vn.reliefmap.plan.internal;

import java.util.List;

/**
 * What a way of planning ends with.
 *
 * @param rows one for each vehicle that is used
 * @param left what is in none of them
 * @param ways under which the search judged who could get where, with the stock from before the tours
 * @param cost with what is left out
 */
record Planned(List<Row> rows, List<LeftOut> left, Ways ways, double cost) {}
