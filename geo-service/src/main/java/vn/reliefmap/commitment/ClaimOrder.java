package vn.reliefmap.commitment;

import java.util.UUID;
import vn.reliefmap.kernel.DisasterId;

/**
 * What a team wants to carry.
 *
 * @param id made by the team's device
 */
public record ClaimOrder(UUID id, DisasterId disaster, ClaimPlace place) {}
