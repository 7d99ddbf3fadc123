package cn.minqing.papers;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ChartTemplate;
import com.deepoove.poi.template.ElementTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDrawing;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills Word templates of {@code processes/templates/papers}. Values are text and nothing else: a tag in one is printed
 * as it stands. Tables repeat a row, charts are Word's own and can be changed in Word.
 */
@Component
public class WordPapers {
    private static final String FOLDER = "processes/templates/papers/";
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** English Metric Units, in which Word measures drawings. */
    private static final long MILLIMETRE = 36_000;

    private static final long CHART_FRAME = 22 * MILLIMETRE;
    private static final long CHART_BAR = 8 * MILLIMETRE;
    private static final long CHART_HIGHEST = 220 * MILLIMETRE;

    private final Configure configuration = Configure.builder()
            .useDefaultEL(true)
            .setValidErrorHandler(new Configure.AbortHandler())
            .addPlugin('%', new LoopRowTableRenderPolicy(true))
            .addPlugin(ChartTypes.BAR, new BarChart())
            .build();

    /**
     * Fills a template.
     *
     * @param template name of a file in {@code processes/templates/papers}, without {@code .docx}
     * @param model texts, numbers, truth values, lists and maps of these, and {@link Bars} for charts; a name that the
     *     template uses and the model lacks is an error, not an empty place
     * @return the document, {@code .docx}
     */
    public byte[] print(String template, Map<String, ?> model) {
        try (var source = new ClassPathResource(FOLDER + template + ".docx").getInputStream();
                var filled = XWPFTemplate.compile(source, configuration).render(values(model))) {
            var docx = new ByteArrayOutputStream();
            filled.write(docx);
            return docx.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> values(Map<?, ?> model) {
        var values = new LinkedHashMap<String, Object>();
        model.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        return values;
    }

    private static Object value(Object value) {
        return switch (value) {
            case String text -> NOT_XML.matcher(text).replaceAll("");
            case Bars bars -> bars;
            case Map<?, ?> map -> values(map);
            case Record row -> values(components(row));
            case List<?> list -> list.stream().map(WordPapers::value).toList();
            default -> value;
        };
    }

    private static Map<String, Object> components(Record row) {
        var values = new LinkedHashMap<String, Object>();
        for (var component : row.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("A paper cannot read " + row.getClass(), e);
            }
        }
        return values;
    }

    /**
     * Puts other numbers into a chart and its workbook, and makes it as high as its bars need, so that thirty units are as
     * readable as three. The policies of the library are compiled against an older POI.
     */
    private static final class BarChart implements RenderPolicy {
        @Override
        public void render(ElementTemplate tag, Object value, XWPFTemplate document) {
            var bars = (Bars) value;
            var chart = ((ChartTemplate) tag).getChart();
            var run = ((ChartTemplate) tag).getRun().getCTR();
            if (bars.bars().isEmpty()) {
                run.setDrawingArray(new CTDrawing[0]);
                return;
            }
            fill(chart, bars);
            var height = Math.min(
                    CHART_HIGHEST, CHART_FRAME + CHART_BAR * bars.bars().size());
            for (var drawing : run.getDrawingList()) {
                for (var inline : drawing.getInlineList()) {
                    inline.getExtent().setCy(height);
                    inline.getDocPr().setDescr(bars.title());
                }
            }
        }

        private static void fill(XWPFChart chart, Bars bars) {
            var last = bars.bars().size();
            var sheet = workbook(chart).getSheetAt(0);
            for (var row = sheet.getLastRowNum(); row > 0; row--) {
                sheet.removeRow(sheet.getRow(row));
            }
            sheet.getTables()
                    .forEach(table -> table.setArea(new AreaReference(
                            new CellReference(0, 0), new CellReference(last, 1), SpreadsheetVersion.EXCEL2007)));
            var labels = bars.bars().stream().map(Bars.Bar::label).toArray(String[]::new);
            var values = bars.bars().stream().map(Bars.Bar::value).toArray(Double[]::new);
            var numbers = XDDFDataSourcesFactory.fromArray(values, range(chart, 1, last), 1);
            numbers.setFormatCode(bars.share() ? "0.0\"%\"" : "General");
            var data = chart.getChartSeries().getFirst();
            var series = data.getSeries(0);
            series.replaceData(XDDFDataSourcesFactory.fromArray(labels, range(chart, 0, last), 0), numbers);
            series.setTitle(bars.title(), chart.setSheetTitle(bars.title(), 1));
            chart.plot(data);
            chart.setTitleText(bars.title());
        }

        private static String range(XWPFChart chart, int column, int last) {
            return chart.formatRange(new CellRangeAddress(1, last, column, column));
        }

        private static XSSFWorkbook workbook(XWPFChart chart) {
            try {
                return chart.getWorkbook();
            } catch (IOException | InvalidFormatException e) {
                throw new IllegalArgumentException("The chart of the template has no workbook", e);
            }
        }
    }
}
