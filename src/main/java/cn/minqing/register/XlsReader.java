package cn.minqing.register;

import cn.minqing.platform.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Reads the first visible sheet of an .xls file, record by record. */
final class XlsReader {
    private static final long LARGEST = 30L * 1024 * 1024;

    private XlsReader() {}

    static void read(Path file, Consumer<Line> lines) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new UserError("import.tooLarge", LARGEST / 1024 / 1024);
        }
        try (var system = new POIFSFileSystem(file.toFile(), true)) {
            var root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UserError("import.locked");
            }
            if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw new UserError("import.macros");
            }
            if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
                throw new UserError("import.otherKind");
            }
            var rows = new Rows(lines);
            var request = new HSSFRequest();
            var formats = new FormatTrackingHSSFListener(rows);
            rows.formats = formats;
            request.addListenerForAllRecords(formats);
            new HSSFEventFactory().processWorkbookEvents(request, system);
            rows.end();
        } catch (UserError e) {
            throw e;
        } catch (org.apache.poi.EncryptedDocumentException e) {
            throw new UserError("import.locked");
        } catch (RuntimeException e) {
            throw new UserError("import.unreadable");
        }
    }

    /** Gathers the cells of a row until a cell of another row comes. */
    private static final class Rows implements HSSFListener {
        private final Consumer<Line> lines;
        private final List<Boolean> hidden = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private @Nullable FormatTrackingHSSFListener formats;
        private @Nullable SSTRecord strings;
        private int sheet = -1;
        private int wanted = -1;
        private int row = -1;

        Rows(Consumer<Line> lines) {
            this.lines = lines;
        }

        @Override
        public void processRecord(Record record) {
            switch (record) {
                case BoundSheetRecord bound -> hidden.add(bound.isHidden() || bound.isVeryHidden());
                case SSTRecord shared -> strings = shared;
                case BOFRecord begin
                when begin.getType() == BOFRecord.TYPE_WORKSHEET -> {
                    sheet++;
                    if (wanted < 0 && (sheet >= hidden.size() || !hidden.get(sheet))) {
                        wanted = sheet;
                    }
                }
                case CellValueRecordInterface cell when sheet == wanted -> cell(cell);
                default -> {}
            }
        }

        private void cell(CellValueRecordInterface cell) {
            if (cell.getRow() != row) {
                end();
                row = cell.getRow();
            }
            if (cell.getColumn() >= Line.MOST_COLUMNS) {
                return;
            }
            while (cells.size() <= cell.getColumn()) {
                cells.add("");
            }
            cells.set(cell.getColumn(), text(cell));
        }

        private String text(CellValueRecordInterface cell) {
            return switch (cell) {
                case FormulaRecord formula -> Line.FORMULA;
                case LabelSSTRecord label ->
                    strings == null
                            ? ""
                            : strings.getString(label.getSSTIndex()).getString();
                case LabelRecord label -> label.getValue();
                case NumberRecord number -> number(number);
                case BoolErrRecord bool -> bool.isBoolean() ? String.valueOf(bool.getBooleanValue()) : "";
                default -> "";
            };
        }

        private String number(NumberRecord number) {
            var tracking = java.util.Objects.requireNonNull(formats);
            if (DateFormats.isDate(tracking.getFormatIndex(number), tracking.getFormatString(number))
                    && DateUtil.isValidExcelDate(number.getValue())) {
                return DateUtil.getLocalDateTime(number.getValue())
                        .toLocalDate()
                        .toString();
            }
            return BigDecimal.valueOf(number.getValue()).stripTrailingZeros().toPlainString();
        }

        void end() {
            if (row >= 0) {
                lines.accept(new Line(row + 1, List.copyOf(cells)));
            }
            cells.clear();
            row = -1;
        }
    }
}
