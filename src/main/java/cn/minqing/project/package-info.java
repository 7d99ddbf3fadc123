/** Projects that came out of a campaign, and the funds they need (S3.5). */
@NullMarked
package cn.minqing.project;

import org.jspecify.annotations.NullMarked;
