/** Campaigns, pledges and claims on lines of need; none promises more than is left, and unused ones expire. */
@NullMarked
package vn.reliefmap.commitment;

import org.jspecify.annotations.NullMarked;
