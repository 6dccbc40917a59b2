/** The simulated flood: draws a province, its people and its water from a seed, on the bundled sketch or on any imported roads. */
@NullMarked
package vn.reliefmap.demo;

import org.jspecify.annotations.NullMarked;
