package cn.minqing.ui.assessment;

import cn.minqing.assessment.PollResult;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;

/** What the residents said in the poll, in counts by unit; with few answers no share is shown. */
class PollSection extends Composite<Section> {
    PollSection(List<PollResult> results) {
        getContent().addClassName("section");
        var grid = new Grid<PollResult>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setItems(results);
        grid.setAllRowsVisible(true);
        grid.addColumn(line -> line.unitId() == null ? getTranslation("poll.whole") : line.unitName())
                .setHeader(getTranslation("assessment.unit"))
                .setWidth("7rem")
                .setFrozen(true)
                .setFlexGrow(1);
        count(grid, "poll.sampled", PollResult::sampled);
        count(grid, "poll.answered", PollResult::answered);
        count(grid, "poll.notReachedCount", PollResult::notReached);
        count(grid, "poll.satisfied", PollResult::satisfied);
        count(grid, "poll.basically", PollResult::basically);
        count(grid, "poll.unsatisfied", PollResult::unsatisfied);
        grid.addColumn(line -> line.few()
                        ? getTranslation("poll.few")
                        : Shares.of(line.satisfied() + line.basically(), line.answered()))
                .setHeader(getTranslation("poll.share"))
                .setWidth("7rem")
                .setFlexGrow(0);
        var rule = new Paragraph(getTranslation("poll.results.rule", PollResult.FEW));
        rule.addClassName("muted");
        getContent().add(new H2(getTranslation("poll.results")), rule, grid);
    }

    private void count(Grid<PollResult> grid, String key, java.util.function.ToIntFunction<PollResult> of) {
        grid.addColumn(of::applyAsInt)
                .setHeader(getTranslation(key))
                .setWidth("5rem")
                .setFlexGrow(0);
    }
}
