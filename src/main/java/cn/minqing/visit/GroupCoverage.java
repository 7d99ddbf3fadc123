package cn.minqing.visit;

/**
 * How far the visits of one villagers' group have come (S1.2: 村不漏组、组不漏户).
 *
 * @param registered households of the register
 * @param inContact of them those that somebody is in contact with; less than {@code registered} means somebody is missed
 */
public record GroupCoverage(
        String groupCode, String place, int registered, int inContact, int visited, int filesComplete) {}
