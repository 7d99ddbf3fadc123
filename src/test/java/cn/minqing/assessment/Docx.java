package cn.minqing.assessment;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;

/** Reads a Word document back. */
final class Docx {
    private Docx() {}

    static List<String> paragraphs(XWPFDocument document) {
        return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    static List<List<String>> rows(XWPFDocument document) {
        return document.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .map(row ->
                        row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
    }

    /** What the native chart of that title shows, as its own copy of the numbers has it. */
    static List<String> values(XWPFDocument document, String title) {
        var chart = document.getCharts().stream()
                .filter(one ->
                        one.getTitle().getBody().getParagraph(0).getText().startsWith(title))
                .findFirst()
                .orElseThrow();
        var numbers = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(0)
                .getVal()
                .getNumRef()
                .getNumCache();
        return numbers.getPtList().stream().map(CTNumVal::getV).toList();
    }
}
