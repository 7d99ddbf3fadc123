package cn.minqing.campaign;

import java.util.List;
import java.util.UUID;

/**
 * What a plan (活动方案) says beyond dates and area, which the campaign has from its launch.
 *
 * @param aims 目的任务
 * @param work 方法步骤: the work of each phase
 * @param organization 组织领导: who leads (S1.9)
 * @param discipline 工作纪律
 * @param unitIds the units whose cadres take part
 */
public record PlanContent(String aims, String work, String organization, String discipline, List<UUID> unitIds) {}
