/** Tours: which vehicle takes what from which depot to which stops, and what stays unassigned, with the reason. */
@NullMarked
package vn.reliefmap.plan;

import org.jspecify.annotations.NullMarked;
