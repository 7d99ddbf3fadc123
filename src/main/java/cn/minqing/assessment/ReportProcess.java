package cn.minqing.assessment;

import cn.minqing.tasklist.OpenItem;

/** Tells the process that the report is compiled. */
public interface ReportProcess {
    void compiled(OpenItem item);
}
