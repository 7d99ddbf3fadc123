package cn.minqing.activity;

import cn.minqing.campaign.Campaigns;
import cn.minqing.papers.Papers;
import cn.minqing.platform.UserError;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the receipts (收条) that households sign for money and goods (S8.3): one page each, and a list to file. */
@Service
@Transactional(readOnly = true)
public class ActivityReceipts {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final ActivityReads reads;
    private final Campaigns campaigns;
    private final Papers papers;

    ActivityReceipts(ActivityReads reads, Campaigns campaigns, Papers papers) {
        this.reads = reads;
        this.campaigns = campaigns;
        this.papers = papers;
    }

    record Receipt(String head, String place, String number, boolean hasAmount, String amount, String goods) {}

    record Paper(
            String title,
            String campaign,
            String unit,
            String activity,
            String date,
            int households,
            String total,
            List<Receipt> receipts) {}

    /**
     * For whoever sees the activity.
     *
     * @return a PDF
     * @throws UserError {@code activity.unknown}, {@code forbidden}; {@code activity.noReceipts} where nobody got anything
     */
    public byte[] pdf(UUID activityId) {
        return papers.print("activity-receipts", paper(activityId));
    }

    Paper paper(UUID activityId) {
        var view = reads.view(activityId);
        if (!view.hasReceipts() || view.state() == ActivityState.WITHDRAWN) {
            throw new UserError("activity.noReceipts");
        }
        var version = view.current();
        var given = version.households().stream()
                .filter(one -> one.amount() != null || !one.goods().isEmpty())
                .toList();
        var total = given.stream()
                .map(ActivityView.Household::amount)
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Paper(
                papers.word("activityReceiptTitle"),
                campaigns.get(view.campaignId()).name(),
                view.unitName(),
                version.title(),
                DATE.format(version.from()),
                given.size(),
                yuan(total),
                given.stream()
                        .map(one -> new Receipt(
                                one.home().headName(),
                                one.home().place(),
                                one.home().number(),
                                one.amount() != null,
                                yuan(one.amount()),
                                one.goods()))
                        .toList());
    }

    private static String yuan(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
