package cn.minqing.ui.shell;

import java.util.List;

/** Answers the search box of the shell; a Spring bean of each area. It checks the current person's rights itself. */
public interface SearchSource {

    /** The best hits, best first, at most {@code limit}; empty when the text is nothing of this kind. */
    List<Hit> find(String text, int limit);

    /**
     * One hit.
     *
     * @param kind bundle key of what it is: {@code household.search.kind}
     * @param route where it leads, without a leading slash
     */
    record Hit(String kind, String title, String detail, String route) {}
}
