package cloudportal.portal;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the log-in page says beside the two fields ({@code portal.login-page.*}; guide 1.1 to 1.7).
 *
 * @param provider who offers the services
 * @param services the services that the portal is for (対象サービス)
 * @param news the latest notices, newest first (お知らせ); none is the usual case
 * @param links the addresses of pages outside the portal, by {@link #LINKS}; what has no address is not offered
 */
@ConfigurationProperties("portal.login-page")
record LoginPageProperties(String provider, List<String> services, List<News> news, Map<String, URI> links) {

    /** 障害・メンテナンス情報, 過去のお知らせ, よくあるご質問, パスワードを忘れた方, パートナーの方, 新規登録. */
    static final Set<String> LINKS =
            Set.of("maintenance", "past-news", "questions", "password-reset", "partner-login", "sign-up");

    /**
     * A notice.
     *
     * @param on the day it was published
     * @param text what it says
     */
    record News(LocalDate on, String text) {}

    /** Provider and services must be configured; links lead to a page of the Web, or of this server. */
    LoginPageProperties {
        if (provider == null || provider.isBlank() || services == null || services.isEmpty()) {
            throw new IllegalArgumentException("portal.login-page.provider and .services are required");
        }
        news = news == null ? List.of() : List.copyOf(news);
        links = links == null ? Map.of() : Map.copyOf(links);
        links.forEach((name, address) -> {
            if (!LINKS.contains(name) || !leadsToAPage(address)) {
                throw new IllegalArgumentException("portal.login-page.links." + name + " is not one of " + LINKS
                        + ", or leads to no page: " + address);
            }
        });
    }

    private static boolean leadsToAPage(URI address) {
        return address.isAbsolute()
                ? Set.of("https", "http").contains(address.getScheme())
                : address.toString().matches("/(?!/).*");
    }
}
