package vn.reliefmap.cluster.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How far a zone reaches. Both are our own guesses (weak): ten minutes of driving, and what a person carries a ration over.
 *
 * @param longestS driving time from the stop to the farthest home, in seconds
 * @param longestWalkM from the stop to the farthest home, in metres
 */
@Component
record ZoneLimits(
        @Value("${relief.zones.longest-drive-s:600}") double longestS,
        @Value("${relief.zones.longest-walk-m:1000}") double longestWalkM) {}
