/** Tests of the base map over HTTP. */
@NullMarked
package vn.reliefmap.basemap.http;

import org.jspecify.annotations.NullMarked;
