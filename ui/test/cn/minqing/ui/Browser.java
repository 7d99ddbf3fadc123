package cn.minqing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drives Debian's Chromium as several signed-in people, each in a browser of their own. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path IMAGES = Path.of("docs/images");

    /** The two sizes every page is made for. */
    enum Size {
        PHONE(360, 780),
        DESKTOP(1440, 900);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final String password;
    private final Map<String, Page> pages = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Browser(String address, String password) {
        this.address = address;
        this.password = password;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the test, with the reason, where no Chromium is installed; fails it where one is required. */
    static Browser open(int port, String password) {
        var installed = Files.isExecutable(CHROMIUM);
        if (!installed && "required".equals(System.getenv("MINQING_BROWSER"))) {
            throw new AssertionError("Chromium is required here: apt-get install -y chromium fonts-noto-cjk");
        }
        assumeTrue(installed, "No Chromium at " + CHROMIUM + ": apt-get install -y chromium fonts-noto-cjk");
        return new Browser("http://localhost:" + port + "/", password);
    }

    /** The page of a signed-in person, opened at the inbox the first time. */
    Page as(String account, Size size) {
        return pages.computeIfAbsent(account + size, key -> signIn(account, size));
    }

    /** The page of somebody without an account, in a browser of their own. */
    Page stranger(Size size) {
        return context(size).newPage();
    }

    /** Closes the person's browser: cookies and session are gone. */
    void forget(String account, Size size) {
        var page = pages.remove(account + size);
        if (page != null) {
            page.context().close();
        }
    }

    private Page signIn(String account, Size size) {
        var page = context(size).newPage();
        page.navigate(address + "login");
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-button[theme~=submit], vaadin-button[theme~=primary]")
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private BrowserContext context(Size size) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setHasTouch(size == Size.PHONE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    void goTo(Page page, String path) {
        page.navigate(address + path);
        settle(page);
    }

    /** Waits until the server has answered and the page rests. */
    static void settle(Page page) {
        page.waitForFunction("() => !window.Vaadin || !window.Vaadin.Flow || !window.Vaadin.Flow.clients"
                + " || Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
    }

    /** Keeps a screenshot for the documentation. */
    static void picture(Page page, String name) {
        settle(page);
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }

    /** Nothing that axe calls serious or critical. */
    static void isAccessible(Page page) {
        assertThat(faultsOf(page)).as(page.url()).isEmpty();
    }

    /** As {@link #isAccessible}, but goes on; {@link #accessibilityFaults} tells at the end of a journey. */
    void checkAccessibility(Page page) {
        var found = faultsOf(page);
        if (!found.isEmpty()) {
            faults.add(page.url() + " " + found);
        }
    }

    private static List<String> faultsOf(Page page) {
        settle(page);
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
    }

    /** What everybody saw when a test failed, below target. */
    void keepLastPictures() {
        pages.forEach((who, page) -> page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/failed", who + ".png"))));
    }

    List<String> accessibilityFaults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
