package cn.minqing.register;

import cn.minqing.platform.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells by its content what kind of file it is, and reads its rows one after the other. Every file may be hostile. */
final class FileReader {
    static final long LARGEST = 80L * 1024 * 1024;
    static final int MOST_ROWS = 600_000;

    private static final int HEAD = 512;

    private FileReader() {}

    /** @throws UserError for a file that is too large, of another kind, locked by a password, or not what it says */
    static void read(Path file, Consumer<Line> lines) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserError("import.tooLarge", LARGEST / 1024 / 1024);
            }
            var head = new byte[HEAD];
            int length;
            try (var in = Files.newInputStream(file)) {
                length = in.readNBytes(head, 0, HEAD);
            }
            var counted = new Counted(lines);
            if (startsWith(head, length, 'P', 'K')) {
                XlsxReader.read(file, counted);
            } else if (startsWith(head, length, 0xD0, 0xCF, 0x11, 0xE0)) {
                XlsReader.read(file, counted);
            } else if (isMarkup(head, length)) {
                throw new UserError("import.markup");
            } else {
                CsvReader.read(file, counted);
            }
        } catch (IOException e) {
            throw new UserError("import.unreadable");
        }
    }

    private static boolean startsWith(byte[] head, int length, int... wanted) {
        for (var i = 0; i < wanted.length; i++) {
            if (i >= length || (head[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Many systems hand out a web page under the name of a spreadsheet. */
    private static boolean isMarkup(byte[] head, int length) {
        var text = new String(head, 0, length, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<");
    }

    private static final class Counted implements Consumer<Line> {
        private final Consumer<Line> lines;
        private int rows;

        Counted(Consumer<Line> lines) {
            this.lines = lines;
        }

        @Override
        public void accept(Line line) {
            if (!line.isBlank()) {
                if (++rows > MOST_ROWS) {
                    throw new UserError("import.tooManyRows", MOST_ROWS);
                }
                lines.accept(line);
            }
        }
    }
}
