/** Plans as documents: JSON, GeoJSON, GPX and a text to forward. */
@NullMarked
package vn.reliefmap.plan.internal.papers;

import org.jspecify.annotations.NullMarked;
