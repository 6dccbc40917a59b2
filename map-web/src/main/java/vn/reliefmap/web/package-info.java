/** The program: its commands, its start and its end, and the pages that people see. */
@NullMarked
package vn.reliefmap.web;

import org.jspecify.annotations.NullMarked;
