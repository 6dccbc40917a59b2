/** What somebody can give, and where it fits best. Nothing is promised here. */
@NullMarked
package vn.reliefmap.offer;

import org.jspecify.annotations.NullMarked;
