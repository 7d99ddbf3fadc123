package cn.minqing.tasklist;

import java.util.Set;

/**
 * Where a process stands on its diagram.
 *
 * @param xml the BPMN of the version the case runs on
 * @param active ids of the elements where it waits now
 * @param done ids of the elements it has left behind and does not wait at again
 */
public record ProcessPicture(String xml, Set<String> active, Set<String> done) {}
