package cn.minqing.ui.ledger;

import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.LedgerLines;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said about the ledger in the same words on every page, and its table, which becomes cards on a phone. */
final class LedgerTexts {
    private LedgerTexts() {}

    static String text(String key, Object... args) {
        return I18NProvider.translate(locale(), key, args);
    }

    static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    static String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(text("ledger.monthPattern")).format(month);
    }

    static String state(IssueState state, @Nullable IssueResult result) {
        return state(locale(), state, result);
    }

    /** As {@link #state(IssueState, IssueResult)}, where no page is open: in a download. */
    static String state(Locale locale, IssueState state, @Nullable IssueResult result) {
        var words = I18NProvider.translate(locale, "issue.state." + state);
        return result == null || state.onTheClock()
                ? words
                : words + " · " + I18NProvider.translate(locale, "issue.result." + result);
    }

    /** The first visitor answers for it; beside them whoever else is charged now. */
    static String responsible(LedgerLines.Line line) {
        var first = line.unit() + " " + line.firstVisitor();
        return line.handler().isEmpty() || line.handler().equals(line.firstVisitor())
                ? first
                : first + " / " + line.handler();
    }

    static Div empty(String title, String hint) {
        var empty = new Div(new H3(text(title)), new Paragraph(text(hint)));
        empty.addClassName("empty");
        return empty;
    }

    static Span muted(String words) {
        var span = new Span(words);
        span.addClassName("muted");
        return span;
    }

    /** A table whose cells carry the title of their column, for the phone. */
    static final class Table extends NativeTable {
        private final NativeTableBody body = new NativeTableBody();
        private final String[] titles;

        Table(String... keys) {
            addClassName("ledger-table");
            titles = new String[keys.length];
            var row = new NativeTableRow();
            for (var at = 0; at < keys.length; at++) {
                titles[at] = text(keys[at]);
                var cell = new NativeTableHeaderCell(titles[at]);
                cell.getElement().setAttribute("scope", "col");
                row.add(cell);
            }
            add(new NativeTableHeader(row), body);
        }

        NativeTableRow row(Component... cells) {
            var row = new NativeTableRow();
            for (var at = 0; at < cells.length; at++) {
                var cell = new NativeTableCell(cells[at]);
                cell.getElement().setAttribute("data-title", titles[at]);
                row.add(cell);
            }
            body.add(row);
            return row;
        }

        void clear() {
            body.removeAll();
        }

        int size() {
            return body.getComponentCount();
        }
    }
}
