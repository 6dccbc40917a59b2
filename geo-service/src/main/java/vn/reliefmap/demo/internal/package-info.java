/** The engines of the demo: the sketch of the province, the water that rises, the people, and the files they become. */
@NullMarked
package vn.reliefmap.demo.internal;

import org.jspecify.annotations.NullMarked;
