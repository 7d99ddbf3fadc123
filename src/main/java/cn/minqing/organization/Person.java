package cn.minqing.organization;

import java.util.UUID;

/** Somebody with an account. {@code rank} is the code that {@code contact-quota} decides by. */
public record Person(UUID id, String account, String name, UUID unitId, String rank, String position) {}
