package cn.minqing.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of people who do not exist: drawn from common surnames and given names, no full name twice. */
final class InventedNames {
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐", "孙", "马", "胡", "郭", "何", "高", "林", "罗", "郑", "梁",
            "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "田", "董", "袁", "潘", "蒋", "蔡", "余", "杜", "叶", "程");
    private static final List<String> MIDDLE = List.of(
            "建", "文", "志", "国", "海", "玉", "秀", "春", "晓", "明", "永", "德", "桂", "金", "红", "立", "新", "长", "世", "忠");
    private static final List<String> LAST = List.of(
            "平", "华", "军", "英", "芳", "强", "兰", "梅", "生", "林", "霞", "峰", "珍", "刚", "莲", "涛", "云", "虎", "娟", "田");

    private final Random random;
    private final Set<String> given = new HashSet<>();

    InventedNames(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return next(pick(SURNAMES));
    }

    /** Somebody of that family. */
    String next(String surname) {
        String name;
        do {
            name = surname + pick(MIDDLE) + pick(LAST);
        } while (!given.add(name));
        return name;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
