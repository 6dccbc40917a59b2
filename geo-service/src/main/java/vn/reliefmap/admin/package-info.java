/** Admin units with codes, validity periods and successors; finds the unit of a point, and a unit by any spelling. */
@NullMarked
package vn.reliefmap.admin;

import org.jspecify.annotations.NullMarked;
