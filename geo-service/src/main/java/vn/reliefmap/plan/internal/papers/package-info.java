/** Plans as documents: JSON, GeoJSON, GPX, a text to forward and run sheets. */
@NullMarked
package vn.reliefmap.plan.internal.papers;

import org.jspecify.annotations.NullMarked;
