package cn.minqing.register;

import cn.minqing.platform.UserError.Message;
import java.util.List;

/**
 * One entry of a list: an area, a unit, a cadre, or a household with its members.
 *
 * @param number the line of the file where it begins, from 1
 * @param label what it is called: code and name, account and name, village and number
 * @param changes bundle keys {@code import.change.…} of what becomes different
 */
public record ImportItem(int number, String label, ImportStatus status, List<String> changes, List<Fault> faults) {

    /**
     * What is wrong with one cell.
     *
     * @param line of the file, from 1
     * @param column of the file, from 0; -1 for the whole row
     * @param title how the file calls the column, empty for the whole row
     */
    public record Fault(int line, int column, String title, String code, List<String> args) {
        public Message message() {
            return new Message(code, List.copyOf(args));
        }
    }
}
