package cn.minqing.ui.admin;

import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list to look something up in: a search field, pages by keyset, and the same rows for Excel. */
abstract class ListPage<T> extends Div implements HasDynamicTitle {
    private static final int PAGE = 100;
    private static final int EXPORT_PAGE = 1000;
    private static final int WAIT_MILLIS = 400;

    /** Gives the page after a row that matches the text; from null on. */
    interface Source<T> {
        List<T> page(@Nullable T after, String text, int limit);
    }

    /** One row: what it is, a second line, a word to the right. */
    record Line(String what, String where, String tag) {}

    private final String title;
    private final transient Source<T> source;
    private final TextField text = new TextField();
    private final Div rows = new Div();
    private final Div more = new Div();
    private transient @Nullable T last;

    ListPage(String title, Source<T> source) {
        this.title = title;
        this.source = source;
        addClassName("page");
        text.setPlaceholder(getTranslation(title + ".search"));
        text.setAriaLabel(getTranslation(title + ".search"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(WAIT_MILLIS);
        text.addValueChangeListener(e -> reload());
        rows.addClassName("inbox");
        rows.getElement().setAttribute("role", "list");
        more.addClassName("inbox-more");
    }

    abstract Line line(T item);

    /** Builds the page; the columns are those of the Excel file. */
    void build(List<Excel.Column<T>> columns) {
        var download = new DownloadButton(
                getTranslation("inbox.export"),
                Excel.download(
                        getTranslation(title),
                        columns,
                        () -> Excel.paged(after -> source.page(after, text.getValue(), EXPORT_PAGE))));
        var actions = new Div(download);
        actions.addClassName("page-actions");
        var header = new Div(new H1(getTranslation(title)), actions);
        header.addClassName("page-header");
        add(header, text, rows, more);
        reload();
    }

    private void reload() {
        rows.removeAll();
        last = null;
        load();
    }

    private void load() {
        var page = source.page(last, text.getValue(), PAGE);
        page.forEach(item -> rows.add(row(line(item))));
        last = page.isEmpty() ? last : page.getLast();
        more.removeAll();
        rows.setVisible(rows.getChildren().findAny().isPresent());
        if (!rows.isVisible()) {
            var box = new Div(
                    new H2(getTranslation("admin.list.none")), new Paragraph(getTranslation("admin.list.noneHint")));
            box.addClassName("empty");
            more.add(box);
        } else if (page.size() == PAGE) {
            more.add(new Button(getTranslation("inbox.more"), e -> load()));
        }
    }

    private static Div row(Line line) {
        var what = new Span(line.what());
        what.addClassName("what");
        var where = new Span(line.where());
        where.addClassName("where");
        var tag = new Span(line.tag());
        tag.addClassName("due");
        var row = new Div(what, where, tag);
        row.addClassNames("inbox-row", "plain-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(title) + " · " + getTranslation("shell.product");
    }
}
