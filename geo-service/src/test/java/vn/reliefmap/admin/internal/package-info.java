/** Tests of admin units in PostGIS. */
@NullMarked
package vn.reliefmap.admin.internal;

import org.jspecify.annotations.NullMarked;
