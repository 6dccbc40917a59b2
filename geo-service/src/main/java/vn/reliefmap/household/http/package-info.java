/** Hamlets over HTTP. */
@NullMarked
package vn.reliefmap.household.http;

import org.jspecify.annotations.NullMarked;
