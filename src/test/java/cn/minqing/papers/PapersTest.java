package cn.minqing.papers;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PapersTest {
    private final Papers papers = new Papers();

    @Test
    @DisplayName("中文文稿打印成A4，文字可以读回，每页标明第几页共几页")
    void chinese_text_can_be_read_back() throws Exception {
        var lines = IntStream.range(0, 90)
                .mapToObj(i -> "第" + i + "条：走访里程村三组，户不漏人。")
                .toList();

        var text = text(papers.print("plan", plan("走农户、访民情、解民忧活动方案", lines)));

        assertThat(text)
                .contains("走农户、访民情、解民忧活动方案")
                .contains("商政办发〔2013〕1号")
                .contains("第0条：走访里程村三组，户不漏人。")
                .contains("第89条")
                .contains("第 1 页　共 4 页")
                .contains("第 4 页　共 4 页");
    }

    @Test
    @DisplayName("姓名里的标签、脚本和外部图片只当文字打印")
    void hostile_text_stays_text() throws Exception {
        var hostile = "</p><script>alert(1)</script><img src=\"http://example.invalid/x.png\"/>\u0007&{{title}}]]>";

        var html = papers.html("plan", plan(hostile, List.of(hostile)));
        var text = text(papers.print("plan", plan(hostile, List.of(hostile))));

        assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u0007");
        assertThat(text.replace("\n", "")).contains("<script>alert(1)</script>").contains("{{title}}]]>");
    }

    @Test
    @DisplayName("缺了要填的内容不能打印成空白")
    void a_missing_value_is_an_error() {
        assertThatThrownBy(() -> papers.print("plan", Map.of("title", "方案"))).hasMessageContaining("unit");
    }

    @Test
    @DisplayName("二维码读出来就是写进去的网址")
    void a_qr_code_reads_as_written() throws Exception {
        var uri = QrCode.dataUri("https://mq.example.cn/card/里程村-0233");
        var png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        var image = ImageIO.read(new ByteArrayInputStream(png));

        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))));

        assertThat(read.getText()).isEqualTo("https://mq.example.cn/card/里程村-0233");
    }

    @Test
    @DisplayName("条形图按最大值或总数取长短")
    void bars_are_scaled() {
        var rows = List.of(50, 200, 0);

        assertThat(Bars.of("", rows, String::valueOf, Integer::doubleValue, 0, String::valueOf)
                        .bars())
                .extracting(Bars.Bar::width)
                .containsExactly(25, 100, 0);
        assertThat(Bars.of("", rows, String::valueOf, Integer::doubleValue, 400, String::valueOf)
                        .bars())
                .extracting(Bars.Bar::width)
                .containsExactly(13, 50, 0);
    }

    private static Map<String, Object> plan(String title, List<String> paragraphs) {
        return Map.ofEntries(
                entry("title", title),
                entry("number", "商政办发〔2013〕1号"),
                entry("draft", false),
                entry("unit", "商洛市人民政府办公室"),
                entry("date", "2013年1月15日"),
                entry("start", "2013年1月15日"),
                entry("end", "2013年3月31日"),
                entry("place", "黑龙口镇里程村"),
                entry("units", "秘书科、综合科"),
                entry("phases", List.of()),
                entry("aims", paragraphs),
                entry("work", List.of()),
                entry("organization", List.of()),
                entry("discipline", List.of()));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
