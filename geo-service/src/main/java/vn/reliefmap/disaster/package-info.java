/** One named flood from first alert to closing; needs, water and plans belong to one. */
@NullMarked
package vn.reliefmap.disaster;

import org.jspecify.annotations.NullMarked;
