package cn.minqing.ledger;

import java.time.YearMonth;
import java.util.UUID;

/**
 * The ledger of a campaign in a town.
 *
 * @param month the month that is collected next or being worked on
 * @param returnReason why the leader gave the last sorting back; empty otherwise
 */
public record LedgerView(
        UUID id,
        UUID campaignId,
        String campaignName,
        UUID hostUnitId,
        UUID areaId,
        String areaCode,
        String areaName,
        YearMonth month,
        LedgerState state,
        String returnReason) {}
