package cn.minqing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.platform.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {
    private static List<Line> read(Path file) {
        var lines = new ArrayList<Line>();
        FileReader.read(file, lines::add);
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    @DisplayName("CSV 不论什么编码都读对，引号里的逗号和换行不拆开")
    void text_in_any_encoding(String charset) {
        var lines = read(ListFiles.text("区划代码,名称\r\n611002,\"商州区,旧\n名\"\r\n\r\n61,陕西\n", charset));

        assertThat(lines)
                .extracting(Line::cells)
                .containsExactly(List.of("区划代码", "名称"), List.of("611002", "商州区,旧\n名"), List.of("61", "陕西"));
    }

    @Test
    @DisplayName("带标记的 UTF-8 和制表符分隔也读对")
    void byte_order_mark_and_tabs() {
        assertThat(read(ListFiles.text("\ufeff户号\t户主\n=\"001\"\t张三\n", "UTF-8")))
                .extracting(Line::cells)
                .containsExactly(List.of("户号", "户主"), List.of("001", "张三"));
    }

    @Test
    @DisplayName("xlsx 的公式不计算")
    void formulas_are_not_evaluated() {
        var lines = read(ListFiles.xlsx(List.of(List.of("户号", "户主"), List.of("1", "=1+1"))));

        assertThat(lines.get(1).cells()).containsExactly("1", Line.FORMULA);
    }

    @Test
    @DisplayName("旧的 xls 也读，日期读成日期，公式不计算")
    void old_spreadsheets() {
        var file = ListFiles.write(".xls", out -> {
            try (var workbook = new HSSFWorkbook()) {
                var sheet = workbook.createSheet("名册");
                var head = sheet.createRow(0);
                head.createCell(0).setCellValue("户号");
                head.createCell(1).setCellValue("出生日期");
                head.createCell(2).setCellValue("合计");
                var row = sheet.createRow(2);
                row.createCell(0).setCellValue(12);
                var style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
                var date = row.createCell(1);
                date.setCellValue(java.time.LocalDate.of(1965, 3, 8));
                date.setCellStyle(style);
                row.createCell(2).setCellFormula("A3*2");
                workbook.write(out);
            }
        });

        var lines = read(file);

        assertThat(lines).extracting(Line::number).containsExactly(1, 3);
        assertThat(lines.get(1).cells()).containsExactly("12", "1965-03-08", Line.FORMULA);
    }

    @Test
    @DisplayName("解压后巨大的文件不读")
    void zip_bombs_are_refused() {
        var bomb = ListFiles.write(".xlsx", out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write("<workbook/>".getBytes());
                zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
                var nothing = new byte[1024 * 1024];
                for (var i = 0; i < 200; i++) {
                    zip.write(nothing);
                }
            }
        });

        assertThatThrownBy(() -> read(bomb)).isInstanceOf(UserError.class).hasMessageContaining("import.bomb");
    }

    @Test
    @DisplayName("带宏的、带外部实体的文件不读")
    void macros_and_entities_are_refused() {
        assertThatThrownBy(() -> read(zip("xl/vbaProject.bin", "x"))).hasMessageContaining("import.macros");
        assertThatThrownBy(
                        () -> read(zip("xl/workbook.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>")))
                .hasMessageContaining("import.bomb");
        assertThatThrownBy(() -> read(zip("word/document.xml", "<a/>"))).hasMessageContaining("import.otherKind");
    }

    private static Path zip(String name, String content) {
        return ListFiles.write(".xlsx", out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes());
            }
        });
    }

    @Test
    @DisplayName("网页冒充的表格和别的文件说清楚是什么")
    void other_files_are_named() {
        assertThatThrownBy(() -> read(ListFiles.text("<html><table>", "UTF-8"))).hasMessageContaining("import.markup");
        assertThatThrownBy(() -> read(ListFiles.bytes(new byte[] {1, 0, 0, 2, 0})))
                .hasMessageContaining("import.otherKind");
        assertThatThrownBy(() -> read(ListFiles.bytes(new byte[] {'P', 'K', 3, 4, 0})))
                .hasMessageContaining("import.unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "2013-01-05,2013-01-05",
        "2013/1/5,2013-01-05",
        "2013.1.5,2013-01-05",
        "2013年1月5日,2013-01-05",
        "20130105,2013-01-05",
        "2013年1月,2013-01-01",
        "1965,1965-01-01",
        "2013-01-05 00:00:00,2013-01-05"
    })
    @DisplayName("日期的各种写法")
    void dates_as_people_write_them(String written, String date) {
        assertThat(WrittenDates.parse(written)).hasToString("Optional[" + date + "]");
        assertThat(WrittenDates.parse("2013-13-05")).isEmpty();
        assertThat(WrittenDates.parse("去年")).isEmpty();
    }

    @Test
    @DisplayName("表头：两行合并的、带星号和说明的、换了叫法的都认得")
    void headers_as_people_write_them() {
        var header = Header.find(
                ImportKind.HOUSEHOLDS,
                List.of(
                        new Line(1, List.of("某村住户花名册")),
                        new Line(2, List.of("户 号*", "户主", "", "行政村（社区）", "家庭成员")),
                        new Line(3, List.of("", "姓名", "联系电话（手机）", "", "姓名", "关系", "身份证号"))));

        assertThat(header.last()).isEqualTo(2);
        assertThat(header.columns())
                .containsEntry("number", 0)
                .containsEntry("head", 1)
                .containsEntry("phone", 2)
                .containsEntry("village", 3)
                .containsEntry("name", 4)
                .containsEntry("relation", 5)
                .containsEntry("idNumber", 6);
        assertThatThrownBy(() -> Header.find(ImportKind.AREAS, List.of(new Line(1, List.of("甲", "乙")))))
                .hasMessageContaining("import.noHeader");
    }
}
