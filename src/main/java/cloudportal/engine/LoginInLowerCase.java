package cloudportal.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Logs people in to the web apps however they capitalise their e-mail address: logins are kept in lower case. */
final class LoginInLowerCase implements ContainerRequestFilter {

    private static final Pattern LOG_IN = Pattern.compile("/?auth/user/[^/]+/login/[^/]+/?");
    private static final String LOGIN = "username=";
    private static final int LONGEST = 8192;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (LOG_IN.matcher(request.getUriInfo().getPath()).matches() && request.hasEntity()) {
            String form = new String(request.getEntityStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            request.setEntityStream(new ByteArrayInputStream(lowerCase(form).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String lowerCase(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.startsWith(LOGIN) ? LOGIN + lowerCaseValue(field.substring(LOGIN.length())) : field)
                .collect(Collectors.joining("&"));
    }

    private static String lowerCaseValue(String encoded) {
        try {
            String login = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return URLEncoder.encode(login.strip().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
