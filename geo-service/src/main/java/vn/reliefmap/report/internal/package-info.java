/** How reports are checked, kept and worked off. */
@NullMarked
package vn.reliefmap.report.internal;

import org.jspecify.annotations.NullMarked;
