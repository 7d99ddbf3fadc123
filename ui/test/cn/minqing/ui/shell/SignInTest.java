package cn.minqing.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
class SignInTest {
    private static final String PAGE = "/task/019c0000-0000-7000-8000-000000000000";

    @LocalServerPort
    int port;

    @Autowired
    SmallWorlds worlds;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private SmallWorld world;

    @BeforeEach
    void aWorld() {
        world = worlds.create();
    }

    @Test
    @DisplayName("没登录先到登录页，登录后回到原来要看的页面，会话换新编号")
    void sign_in_leads_back_to_the_page_asked_for() throws Exception {
        assertThat(get(PAGE)).satisfies(redirectsTo("/login"));
        var before = session();

        var answer = signIn(world.clerk().account(), SmallWorlds.PASSWORD);

        assertThat(answer).satisfies(redirectsTo(PAGE));
        assertThat(session()).isNotEqualTo(before);
        assertThat(get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("密码不对回到登录页，不透露账号是否存在")
    void a_wrong_password_tells_nothing_about_the_account() throws Exception {
        assertThat(signIn(world.clerk().account(), "wrong")).satisfies(redirectsTo("/login?error"));
        assertThat(signIn("nobody-" + world.clerk().account(), "wrong")).satisfies(redirectsTo("/login?error"));
        assertThat(get("/")).satisfies(redirectsTo("/login"));
    }

    @Test
    @DisplayName("健康检查公开，其他接口不公开")
    void only_health_is_public() throws Exception {
        var health = browser.send(
                HttpRequest.newBuilder(uri("/actuator/health")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isIn(200, 503);
        assertThat(get("/actuator/env")).satisfies(redirectsTo("/login"));
    }

    @Test
    @DisplayName("页面带安全响应头")
    void pages_carry_security_headers() throws Exception {
        var headers = get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'", "object-src 'none'"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    @DisplayName("页面语言写在 html 上，默认简体中文，按 Cookie 换成繁体或英文")
    void the_page_names_its_language() throws Exception {
        assertThat(get("/login").body()).contains("<html lang=\"zh-CN\"");
        cookies.getCookieStore().add(URI.create("http://localhost:" + port), cookie("zh-TW"));
        assertThat(get("/login").body()).contains("<html lang=\"zh-Hant\"");
    }

    @Test
    @DisplayName("不存在的地址登录后给出说明页，不是空白")
    void an_unknown_address_is_answered_by_a_page() throws Exception {
        signIn(world.clerk().account(), SmallWorlds.PASSWORD);

        assertThat(get("/nowhere")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<html");
        });
    }

    private static HttpCookie cookie(String language) {
        var cookie = new HttpCookie("language", language);
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String account, String password) throws IOException, InterruptedException {
        var form = "username=" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private org.assertj.core.api.ThrowingConsumer<HttpResponse<String>> redirectsTo(String path) {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(
                                    URI.create(location).getPath()
                                            + (path.contains("?")
                                                    ? "?" + URI.create(location).getQuery()
                                                    : ""))
                            .isEqualTo(path));
        };
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
