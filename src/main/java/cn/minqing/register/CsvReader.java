package cn.minqing.register;

import cn.minqing.platform.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads comma-separated text: UTF-8 or UTF-16 by their mark, UTF-8 without one where it holds, else GB 18030. */
final class CsvReader {
    private static final int MARK = 3;
    private static final int PEEK = 4000;

    private CsvReader() {}

    static void read(Path file, Consumer<Line> lines) throws IOException {
        var charset = charset(file);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            reader.mark(PEEK);
            var head = CharBuffer.allocate(PEEK - 1);
            reader.read(head);
            reader.reset();
            var first = head.flip().toString();
            if (first.indexOf('\0') >= 0) {
                throw new UserError("import.otherKind");
            }
            if (first.startsWith("\ufeff")) {
                reader.skip(1);
            }
            rows(new PushbackReader(reader), separator(first), lines);
        }
    }

    private static Charset charset(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(MARK);
            if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
                return StandardCharsets.UTF_16LE;
            }
            if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return holds(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    private static boolean holds(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(64 * 1024);
        var chars = CharBuffer.allocate(64 * 1024);
        try (var in = Files.newByteChannel(file)) {
            while (true) {
                var read = in.read(bytes);
                bytes.flip();
                if (decoder.decode(bytes, chars, read < 0).isError()) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
                chars.clear();
            }
        }
    }

    /** Whichever of comma, tab and semicolon is most frequent. */
    private static char separator(String head) {
        var best = ',';
        var most = -1L;
        for (var candidate : new char[] {',', '\t', ';'}) {
            var count = head.chars().filter(letter -> letter == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static void rows(PushbackReader in, char separator, Consumer<Line> lines) throws IOException {
        var number = 1;
        while (true) {
            var cells = new ArrayList<String>();
            var more = row(in, separator, cells);
            lines.accept(new Line(number++, List.copyOf(cells)));
            if (!more) {
                return;
            }
        }
    }

    /** Answers whether another row follows. */
    private static boolean row(PushbackReader in, char separator, List<String> cells) throws IOException {
        var cell = new StringBuilder();
        var quoted = false;
        while (true) {
            var letter = in.read();
            if (letter < 0) {
                add(cells, cell);
                return false;
            }
            if (quoted) {
                if (letter != '"') {
                    append(cell, letter);
                } else if (!follows(in, '"')) {
                    quoted = false;
                } else {
                    append(cell, '"');
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (letter == separator) {
                add(cells, cell);
            } else if (letter == '\n' || letter == '\r') {
                if (letter == '\r') {
                    follows(in, '\n');
                }
                add(cells, cell);
                return true;
            } else {
                append(cell, letter);
            }
        }
    }

    private static boolean follows(PushbackReader in, char wanted) throws IOException {
        var next = ((Reader) in).read();
        if (next == wanted) {
            return true;
        }
        if (next >= 0) {
            in.unread(next);
        }
        return false;
    }

    private static void append(StringBuilder cell, int letter) {
        if (cell.length() < Line.LONGEST_CELL) {
            cell.append((char) letter);
        }
    }

    /** Text that a spreadsheet would take for a formula stays text here; it is quoted as {@code ="001"} by some. */
    private static void add(List<String> cells, StringBuilder cell) {
        if (cells.size() < Line.MOST_COLUMNS) {
            var text = cell.toString();
            cells.add(text.matches("=\"[^\"]*\"") ? text.substring(2, text.length() - 1) : text);
        }
        cell.setLength(0);
    }
}
