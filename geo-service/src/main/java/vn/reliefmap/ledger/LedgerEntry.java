package vn.reliefmap.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One fact in the chain.
 *
 * @param seq place in the chain, from 1 without a gap
 * @param id its own; leads to nothing else in the program
 * @param at when it was appended, in milliseconds; never before the entry before it
 * @param kind what happened
 * @param facts see {@link Facts}; texts, whole numbers, and a list of goods
 * @param previousHash hash of the entry before, 64 hexadecimal digits; zeros before the first
 * @param hash SHA-256 of {@code previousHash} (as 32 bytes) followed by the canonical JSON of at, facts, id, kind and seq
 */
public record LedgerEntry(
        long seq, UUID id, Instant at, String kind, Map<String, Object> facts, String previousHash, String hash) {}
