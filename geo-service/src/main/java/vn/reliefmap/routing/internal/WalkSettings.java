package vn.reliefmap.routing.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a place may be from a road to be suggested as a walk. Settings {@code relief.routing.walk.*}.
 *
 * @param limitM longest walk in metres (weak)
 */
@ConfigurationProperties("relief.routing.walk")
record WalkSettings(@DefaultValue("1500") double limitM) {}
