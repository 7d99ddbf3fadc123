package cn.minqing.visit;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the visits of a campaign (or of one unit in it) come to.
 *
 * @param households in contact, struck-off ones not counted
 * @param visited households with at least one visit
 * @param filesComplete households whose obligations are all met
 * @param obligationsMet obligation id to households that met it
 * @param incomeThisYear sum over the surveyed households, yuan
 * @param incomePlanned sum over the income plans, yuan
 * @param incomeByKind the same by kind (S1.5), in this order: wage, business, property, transfer
 */
public record VisitFigures(
        int households,
        int visited,
        int filesComplete,
        int struckOff,
        Map<String, Integer> obligationsMet,
        BigDecimal incomeThisYear,
        BigDecimal incomePlanned,
        Map<String, Income> incomeByKind) {

    /** One of the four official kinds of income, yuan, summed over the households. */
    public record Income(BigDecimal thisYear, BigDecimal planned) {}
}
