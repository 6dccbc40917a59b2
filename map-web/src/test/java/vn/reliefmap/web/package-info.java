/** Tests of the whole program: over HTTP, on the command line, and in a browser. */
@NullMarked
package vn.reliefmap.web;

import org.jspecify.annotations.NullMarked;
