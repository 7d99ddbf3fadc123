package cn.minqing.ui.assessment;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import org.jspecify.annotations.Nullable;

/** Words shares and amounts; a share is never rounded up to a full hundred. */
final class Shares {
    private Shares() {}

    static String of(int part, int whole) {
        return of(whole == 0 ? null : (double) part / whole);
    }

    static String of(@Nullable Double rate) {
        if (rate == null) {
            return "—";
        }
        var tenths = Math.round(rate * 1000);
        if (tenths == 1000 && rate < 1) {
            tenths = 999;
        }
        return new DecimalFormat("0.#").format(tenths / 10.0) + "%";
    }

    static double part(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0").format(amount);
    }
}
