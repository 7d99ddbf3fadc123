package cn.minqing.ui.resident;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Pages anybody may open. No session is made and none is read: also who is signed in is nobody here. What is sent in
 * carries a token of the page; one that has gone stale leads back to the page.
 */
@Configuration
class ResidentSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain residentPages(HttpSecurity http) throws Exception {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/card"));
        http.securityMatcher("/card", "/card/**", "/notice-board", "/notice-board/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .exceptionHandling(faults -> faults.accessDeniedHandler(
                        (request, response, fault) -> response.sendRedirect(CardController.page(request) + "?again")))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PublicPages.CONTENT_SECURITY_POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("geolocation=(), camera=(), microphone=(), payment=(), usb=()")));
        return http.build();
    }
}
