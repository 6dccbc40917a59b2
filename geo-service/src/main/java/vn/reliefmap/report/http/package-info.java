/** Reports over HTTP. */
@NullMarked
package vn.reliefmap.report.http;

import org.jspecify.annotations.NullMarked;
