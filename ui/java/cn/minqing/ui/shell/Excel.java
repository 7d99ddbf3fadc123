package cn.minqing.ui.shell;

import cn.minqing.platform.AppClock;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes lists as Excel files, row by row, however long they are. */
public final class Excel {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MAX_SHEET_NAME = 31;
    private static final int FLUSH_EVERY = 500;
    private static final int MAX_CELL = 32_000;

    private Excel() {}

    /**
     * One column.
     *
     * @param title as people read it, translated already
     * @param width in characters
     * @param value text, number, boolean, date or moment; null leaves the cell empty
     */
    public record Column<T>(String title, int width, Function<T, @Nullable Object> value) {
        public static <T> Column<T> of(String title, int width, Function<T, @Nullable Object> value) {
            return new Column<>(title, width, value);
        }
    }

    /**
     * A download of the rows.
     *
     * @param name of file and sheet, without extension, translated already: 入户走访
     * @param rows asked for at each download, in the session of who downloads; read once, a page at a time
     */
    public static <T> DownloadHandler download(String name, List<Column<T>> columns, Supplier<Iterator<T>> rows) {
        return event -> {
            var fileName = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".xlsx";
            event.setContentType(TYPE);
            event.getResponse()
                    .setHeader(
                            "Content-Disposition", "attachment; filename=\"list.xlsx\"; filename*=UTF-8''" + fileName);
            // The words of the cells are those of the page that asks.
            var before = UI.getCurrent();
            UI.setCurrent(event.getUI());
            try {
                write(event.getOutputStream(), name, columns, rows.get());
            } finally {
                UI.setCurrent(before);
            }
        };
    }

    /** Writes one sheet. */
    public static <T> void write(OutputStream out, String name, List<Column<T>> columns, Iterator<T> rows)
            throws IOException {
        try (var workbook = new Workbook(out, "minqing", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName(name));
            for (var column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column).title());
                sheet.style(0, column).bold().fillColor("E6F0EC").set();
                sheet.width(column, columns.get(column).width());
            }
            sheet.freezePane(0, 1);
            for (var row = 1; rows.hasNext(); row++) {
                var item = rows.next();
                for (var column = 0; column < columns.size(); column++) {
                    cell(sheet, row, column, columns.get(column).value().apply(item));
                }
                if (row % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean bool -> sheet.value(row, column, bool);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> moment(sheet, row, column, moment);
            case Instant moment -> moment(sheet, row, column, LocalDateTime.ofInstant(moment, AppClock.ZONE));
            default -> text(sheet, row, column, value.toString());
        }
    }

    private static void moment(Worksheet sheet, int row, int column, LocalDateTime moment) {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
    }

    /** Text stays text, even when it looks like a formula and somebody edits the cell later. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        var clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
        sheet.value(row, column, clean.length() > MAX_CELL ? clean.substring(0, MAX_CELL) : clean);
        if (!clean.isEmpty() && "=+-@\t\r".indexOf(clean.charAt(0)) >= 0) {
            sheet.style(row, column).format("@").set();
        }
    }

    private static String sheetName(String name) {
        var clean = name.replaceAll("[\\\\/*?:\\[\\]]", " ").strip();
        return clean.length() > MAX_SHEET_NAME ? clean.substring(0, MAX_SHEET_NAME) : clean;
    }

    /** Rows of a keyset list as one iterator: {@code next} gives the page after a row, from null on. */
    public static <T> Iterator<T> paged(Function<@Nullable T, List<T>> next) {
        return new Iterator<>() {
            private List<T> page = next.apply(null);
            private int index;

            @Override
            public boolean hasNext() {
                if (index == page.size() && !page.isEmpty()) {
                    page = next.apply(page.getLast());
                    index = 0;
                }
                return index < page.size();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return page.get(index++);
            }
        };
    }
}
