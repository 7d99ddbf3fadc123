package cn.minqing.ui.shell;

import java.util.List;

/** The accounts that the sign-in page of the demo offers; only the demo world has such a bean. */
public interface DemoAccounts {
    List<DemoAccount> list();

    /**
     * One account.
     *
     * @param roleNames bundle keys of the roles, {@code role.cadre}
     * @param whatToTry bundle key of one sentence
     */
    record DemoAccount(String account, String name, List<String> roleNames, String whatToTry) {}
}
