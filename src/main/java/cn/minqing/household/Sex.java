package cn.minqing.household;

public enum Sex {
    FEMALE,
    MALE
}
