@NullMarked
package vn.reliefmap.report;

import org.jspecify.annotations.NullMarked;
