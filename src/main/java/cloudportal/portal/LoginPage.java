package cloudportal.portal;

import cloudportal.notice.Desk;
import cloudportal.notice.DeskProperties;
import cloudportal.portal.LoginPageProperties.News;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the log-in page from the configuration, for everybody: nothing else is answered without a login. */
@RestController
class LoginPage {

    private static final DateTimeFormatter GUIDE = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    record Texts(String provider, List<String> services, List<Notice> news, Map<String, URI> links, List<Desk> desks) {}

    record Notice(String on, String text) {}

    private final Texts texts;

    LoginPage(LoginPageProperties page, DeskProperties desks) {
        texts = new Texts(
                page.provider(),
                page.services(),
                page.news().stream().map(LoginPage::notice).toList(),
                page.links(),
                List.of(desks.home(), desks.homeProduct(), desks.thereforeUniflow()));
    }

    @GetMapping("/portal/login-page.json")
    ResponseEntity<Texts> texts() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(texts);
    }

    private static Notice notice(News news) {
        return new Notice(news.on().format(GUIDE), news.text());
    }
}
