package cn.minqing.process.monthlyledger;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.ledger.Ledgers;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Begins the ledger of campaigns that were running before the product kept one; the models must be deployed by then. */
@Component
@Order(0)
class LedgersOfRunningCampaigns implements ApplicationRunner {
    private final Campaigns campaigns;
    private final Ledgers ledgers;

    LedgersOfRunningCampaigns(Campaigns campaigns, Ledgers ledgers) {
        this.campaigns = campaigns;
        this.ledgers = ledgers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        campaigns.running().stream()
                .filter(campaign -> campaign.phase() != Phase.MOBILIZATION)
                .forEach(campaign -> ledgers.open(campaign.id()));
    }
}
