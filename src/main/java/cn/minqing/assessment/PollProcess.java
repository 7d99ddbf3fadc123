package cn.minqing.assessment;

import cn.minqing.tasklist.OpenItem;

/** The process of a satisfaction poll, as the poll tells it what has happened. */
public interface PollProcess {

    /** Everybody was asked who could be reached. */
    void finished(OpenItem item);
}
