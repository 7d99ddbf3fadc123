package cn.minqing.register;

import cn.minqing.platform.UserError.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;

/** The Excel files of an import: an empty sheet to fill in, and the faulty rows with a comment in each faulty cell. */
@Service
public class ImportFiles {
    private static final int WIDTH = 16;
    private static final String FAULT = "FCE4D6";
    private static final String HEAD = "E6F0EC";

    private final Imports imports;

    ImportFiles(Imports imports) {
        this.imports = imports;
    }

    /** A sheet with the headings, remarks on how to fill them in, and one row to overwrite. */
    public void template(ImportKind kind, String sheetName, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "minqing", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName);
            var columns = Words.get().columns().get(kind);
            for (var column = 0; column < columns.size(); column++) {
                var one = columns.get(column);
                heading(sheet, 0, column, one.required() ? one.title() + "*" : one.title());
                if (one.hint() != null) {
                    sheet.comment(0, column, one.hint());
                }
                text(sheet, 1, column, one.sample() == null ? "" : one.sample());
            }
            sheet.freezePane(0, 1);
        }
    }

    /**
     * The faulty rows as the file had them, to be corrected and uploaded again; rights as {@link Imports#view}.
     *
     * @param words turns a fault into the sentence of the reader's language
     */
    public void faults(UUID runId, String sheetName, OutputStream out, Function<Message, String> words)
            throws IOException {
        var faulty = imports.faulty(runId);
        try (var workbook = new Workbook(out, "minqing", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName);
            var titles = faulty.headers();
            for (var column = 0; column < titles.size(); column++) {
                heading(sheet, 0, column, Words.tidy(titles.get(column)));
            }
            sheet.freezePane(0, 1);
            var row = new int[] {1};
            faulty.rows().accept(item -> {
                for (var numbered : item.raw()) {
                    var faults = item.faults().stream()
                            .filter(fault -> String.valueOf(fault.line()).equals(numbered.getFirst()))
                            .collect(Collectors.groupingBy(fault -> Math.max(0, fault.column())));
                    write(sheet, row[0]++, numbered.subList(1, numbered.size()), faults, words);
                }
            });
        }
    }

    private static void write(
            Worksheet sheet,
            int row,
            List<String> cells,
            Map<Integer, List<ImportItem.Fault>> faults,
            Function<Message, String> words) {
        for (var column = 0; column < cells.size(); column++) {
            text(sheet, row, column, cells.get(column));
        }
        faults.forEach((column, here) -> {
            sheet.comment(
                    row,
                    column,
                    here.stream()
                            .map(fault -> words.apply(fault.message()))
                            .distinct()
                            .collect(Collectors.joining("\n")));
            sheet.style(row, column).fillColor(FAULT).format("@").set();
        });
    }

    private static void heading(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).bold().fillColor(HEAD).set();
        sheet.width(column, WIDTH);
    }

    /** Everything is text, so that neither a number loses places nor anything is taken for a formula. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        var plain = text.equals(Line.FORMULA) ? "" : text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
        sheet.value(row, column, plain);
        sheet.style(row, column).format("@").set();
    }
}
