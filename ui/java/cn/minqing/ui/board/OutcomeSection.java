package cn.minqing.ui.board;

import cn.minqing.board.Board;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.IncomeAverages;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What has come of a campaign for the households, and the averages they are compared with. */
final class OutcomeSection extends Section {
    private final IncomeAverages averages;
    private final UUID campaignId;
    private final Paragraph known = new Paragraph();

    OutcomeSection(List<Board.Outcome> outcomes, IncomeAverages averages, UUID campaignId, boolean mayEnter) {
        this.averages = averages;
        this.campaignId = campaignId;
        addClassName("section");
        setId("outcomes");
        add(new H2(getTranslation("glance.outcomes")));
        add(new Paragraph(getTranslation(outcomes.isEmpty() ? "glance.noOutcomes" : "glance.outcomesHint")));
        if (!outcomes.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("bars");
            outcomes.forEach(one -> list.add(BoardView.bar(
                    name(one),
                    one.households() == 0 ? 0 : (double) one.fulfilled() / one.households(),
                    getTranslation("glance.fulfilled", one.fulfilled(), one.households()),
                    "")));
            add(list);
        }
        add(known);
        show();
        if (mayEnter) {
            var enter = new Button(getTranslation("glance.average.enter"), event -> enter());
            enter.setId("average-enter");
            add(enter);
        }
    }

    private String name(Board.Outcome one) {
        if (one.id().equals(Board.Outcome.AVERAGE)) {
            return getTranslation("glance.average.reached");
        }
        return one.isGroup()
                ? getTranslation("glance.allOf", String.join(getTranslation("glance.and"), one.labels()))
                : one.labels().getFirst();
    }

    private void show() {
        var all = averages.of(campaignId).entrySet().stream()
                .map(one -> getTranslation("glance.average.of", String.valueOf(one.getKey()), one.getValue()))
                .toList();
        known.setText(
                all.isEmpty() ? getTranslation("glance.average.none") : String.join(getTranslation("glance.and"), all));
    }

    private void enter() {
        var dialog = new Dialog(getTranslation("glance.average.enter"));
        var year = new IntegerField(getTranslation("glance.average.year"));
        year.setId("average-year");
        var yuan = new IntegerField(getTranslation("glance.average.yuan"));
        yuan.setId("average-yuan");
        year.setWidthFull();
        yuan.setWidthFull();
        dialog.add(new Paragraph(getTranslation("glance.average.what")), year, yuan);
        var save = new Button(getTranslation("glance.average.save"), event -> {
            if (Notices.attempt(Map.<String, HasValidation>of("year", year, "yuan", yuan), () -> {
                averages.enter(campaignId, year.getValue(), yuan.getValue());
                show();
            })) {
                dialog.close();
            }
            event.getSource().setEnabled(true);
        });
        save.setId("average-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        dialog.getFooter().add(new Button(getTranslation("glance.average.cancel"), event -> dialog.close()), save);
        dialog.open();
    }
}
