package cn.minqing.household;

import java.util.List;
import java.util.Set;

/**
 * A household that enters the register.
 *
 * @param groupCode code of its villagers' group, or of the village where there are none
 * @param number of the register, unique within the village
 * @param phone empty when unknown
 * @param members the head among them; empty when nobody asked yet
 * @param vulnerabilities codes of the vulnerable groups it belongs to (S1.7)
 */
public record NewHousehold(
        String groupCode,
        String number,
        String headName,
        String phone,
        List<MemberInput> members,
        Set<String> vulnerabilities) {}
