package cn.minqing.register;

import cn.minqing.platform.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the first visible sheet of an .xlsx file, after its parts were weighed. */
final class XlsxReader {
    private static final int MOST_ENTRIES = 2000;
    private static final long LARGEST_WHOLE = 600L * 1024 * 1024;
    private static final long LARGEST_STRINGS = 150L * 1024 * 1024;
    private static final int HEAD = 1024;

    private XlsxReader() {}

    static void read(Path file, Consumer<Line> lines) throws IOException {
        weigh(file);
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var sheet = workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> new UserError("import.unreadable"));
            try (var rows = sheet.openStream()) {
                rows.forEach(row -> lines.accept(line(row)));
            }
        } catch (UserError e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UserError("import.unreadable");
        }
    }

    /** Inflates every part without keeping it: the sizes that the file states may be lies. */
    private static void weigh(Path file) throws IOException {
        var whole = 0L;
        var workbook = false;
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UserError("import.bomb");
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    throw new UserError("import.macros");
                }
                workbook |= name.equals("xl/workbook.xml");
                var limit = name.endsWith("sharedstrings.xml") ? LARGEST_STRINGS : LARGEST_WHOLE;
                var size = weigh(zip, entry, Math.min(limit, LARGEST_WHOLE - whole));
                whole += size;
            }
        }
        if (!workbook) {
            throw new UserError("import.otherKind");
        }
    }

    private static long weigh(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        var size = 0L;
        var buffer = new byte[64 * 1024];
        try (var in = zip.getInputStream(entry)) {
            var first = in.readNBytes(HEAD);
            if (new String(first, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                throw new UserError("import.bomb");
            }
            size += first.length;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new UserError("import.bomb");
                }
            }
        }
        return size;
    }

    private static Line line(Row row) {
        var cells = new ArrayList<String>();
        for (var column = 0; column < Math.min(row.getCellCount(), Line.MOST_COLUMNS); column++) {
            var cell = row.getCell(column);
            cells.add(cell == null ? "" : text(cell));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case FORMULA -> Line.FORMULA;
            case NUMBER -> number(cell);
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case EMPTY, ERROR -> "";
            case STRING -> cell.asString();
        };
    }

    private static String number(Cell cell) {
        if (isDate(cell)) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.asNumber().stripTrailingZeros().toPlainString();
    }

    /** Whether the number is shown as a date: by the formats every Excel has, or by one that names year or day. */
    private static boolean isDate(Cell cell) {
        return cell.getType() == CellType.NUMBER
                && DateFormats.isDate(
                        cell.getDataFormatId() == null ? 0 : cell.getDataFormatId(), cell.getDataFormatString());
    }
}
