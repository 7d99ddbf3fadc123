package cn.minqing.organization;

import java.util.UUID;

/** An enterprise (企业) and the area it stands in; teams and cadres can be linked to it (S8.1). */
public record Enterprise(UUID id, String name, UUID areaId) {}
