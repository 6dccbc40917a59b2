package vn.reliefmap.kernel;

import java.util.Map;

/**
 * What an import did, in numbers that add up: {@code read = added + changed + unchanged + refused}.
 *
 * @param read rows or features found in the file
 * @param added new ones stored
 * @param changed ones that were here and now read otherwise
 * @param unchanged ones that were here already, the same
 * @param refused ones left out; each has an {@link ImportIssue}
 * @param figures further figures worth telling, by name in snake case with its unit, in the order to print them
 */
public record ImportSummary(
        long read, long added, long changed, long unchanged, long refused, Map<String, Object> figures) {}
