/** Campaigns, pledges, claims and gifts over HTTP. */
@NullMarked
package vn.reliefmap.commitment.http;

import org.jspecify.annotations.NullMarked;
