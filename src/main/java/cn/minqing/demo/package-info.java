/** The demo world of a first look: one office, one village, invented people. Never in a production database. */
@NullMarked
package cn.minqing.demo;

import org.jspecify.annotations.NullMarked;
