package cn.minqing.ui.obligation;

import static cn.minqing.ui.obligation.DueWords.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.obligation.WorkRecord;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records behind a figure, newest first. */
final class RecordsList extends Div {
    private static final int PAGE = 20;

    private final transient Obligations obligations;
    private final transient CampaignView campaign;
    private final transient Due due;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(text("due.more"));
    private transient @Nullable WorkRecord last;

    RecordsList(Obligations obligations, CampaignView campaign, Due due) {
        this.obligations = obligations;
        this.campaign = campaign;
        this.due = due;
        list.addClassName("plain-list");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(event -> load());
        var evidence = new Paragraph(due.obligation().evidence());
        evidence.addClassName("muted");
        add(evidence, list, more);
        load();
    }

    private void load() {
        var found =
                obligations.records(campaign.id(), due.obligation().id(), due.subjectId(), due.period(), last, PAGE);
        found.forEach(record -> list.add(line(record)));
        last = found.isEmpty() ? last : found.getLast();
        more.setVisible(found.size() == PAGE);
        if (list.getComponentCount() == 0) {
            var none = new Paragraph(text("due.noRecords"));
            none.addClassName("muted");
            addComponentAtIndex(1, none);
        }
    }

    private ListItem line(WorkRecord record) {
        var kind = DueWords.kind(campaign, record.kind());
        var what = record.title().isEmpty() ? kind : kind + " · " + record.title();
        var path = DueWords.path(campaign, record);
        var name = path.isEmpty() ? new Span(what) : new Anchor(path, what);
        var day = new Span(Dates.date(record.day(), DueWords.locale()));
        var detail = new Span(Stream.of(
                        record.place(),
                        record.personName(),
                        record.amount() == null
                                ? ""
                                : text(
                                        "due.count.AMOUNT",
                                        record.amount().stripTrailingZeros().toPlainString()),
                        record.late() ? text("due.late") : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · ")));
        detail.addClassName("detail");
        return new ListItem(name, day, detail);
    }
}
