package cn.minqing.household;

import java.util.Set;
import java.util.UUID;

/**
 * One household in a list.
 *
 * @param number the number of the register within its village, on doors and cards
 * @param groupCode code of the villagers' group (村民小组) or of the village where there are none
 * @param place in words: 黑龙口镇里程村三组
 * @param vulnerabilities codes of the vulnerable groups it belongs to today (S1.7)
 */
public record HouseholdSummary(
        UUID id, String number, String headName, String groupCode, String place, Set<String> vulnerabilities) {}
