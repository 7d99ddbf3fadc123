package cn.minqing.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** QR codes as images that stand in the page itself. */
public final class QrCode {
    private static final int PIXELS = 240;

    private QrCode() {}

    /** The text as a PNG of 240 × 240 pixels in a {@code data:} address; readable with an eighth of it spoilt. */
    public static String dataUri(String text) {
        var hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                StandardCharsets.UTF_8.name(),
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                2);
        try {
            var png = new ByteArrayOutputStream();
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS, hints);
            MatrixToImageWriter.writeToStream(matrix, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
