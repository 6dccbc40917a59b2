/** The base map over HTTP: what is loaded, and its tiles. */
@NullMarked
package vn.reliefmap.basemap.http;

import org.jspecify.annotations.NullMarked;
