package vn.reliefmap.web;

import java.util.UUID;

/**
 * One write that a sender of the benches asks for, with the id that makes it happen once.
 *
 * @param kind the word of the table that keeps it: pledge, claim, delivery, stock_move, report
 * @param path address to post to
 * @param body JSON; holds the id
 */
record Act(String kind, UUID id, String path, String body) {}
