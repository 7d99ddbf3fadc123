/** The glue of the process document-review. */
@NullMarked
package cn.minqing.process.documentreview;

import org.jspecify.annotations.NullMarked;
