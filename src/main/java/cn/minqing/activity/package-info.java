/** Other work of a campaign beside visits: lectures, trainings, joint activities, stays, condolence goods, good deeds. */
@NullMarked
package cn.minqing.activity;

import org.jspecify.annotations.NullMarked;
