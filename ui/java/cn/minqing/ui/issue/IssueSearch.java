package cn.minqing.ui.issue;

import cn.minqing.issue.IssueFilter;
import cn.minqing.issue.Issues;
import cn.minqing.ui.shell.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds issues by their number or title. */
@Component
class IssueSearch implements SearchSource {
    private final Issues issues;

    IssueSearch(Issues issues) {
        this.issues = issues;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return text.isBlank()
                ? List.of()
                : issues.page(IssueFilter.ALL.withText(text), null, limit).rows().stream()
                        .map(row -> new Hit(
                                "issue.search.kind",
                                row.number() + " " + row.title(),
                                row.place() + " · " + IssueTexts.state(row.state()),
                                "issue/" + row.id()))
                        .toList();
    }
}
