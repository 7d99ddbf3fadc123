/** Forms as a designer draws them (form-js): what they consist of, and whether answers fit them. */
@NullMarked
package cn.minqing.form;

import org.jspecify.annotations.NullMarked;
