/** Takes in reports as they were sent, never changes them, and tells those who act on them. */
@NullMarked
package vn.reliefmap.report;

import org.jspecify.annotations.NullMarked;
