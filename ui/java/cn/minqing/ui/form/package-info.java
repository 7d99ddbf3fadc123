/** Draws a designer's form with the product's own fields. */
@NullMarked
package cn.minqing.ui.form;

import org.jspecify.annotations.NullMarked;
