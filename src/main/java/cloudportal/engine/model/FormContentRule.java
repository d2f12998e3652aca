package cloudportal.engine.model;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A form shows nothing from elsewhere, runs nothing, and links to https addresses that stand in it in full. */
@Component
final class FormContentRule implements DeploymentRule {

    private static final int MOST_COMPONENTS = 300;
    private static final Pattern TAG = Pattern.compile("<\\s*[/!]?\\s*([A-Za-z][A-Za-z0-9:-]*)([^>]*)");
    private static final Set<String> TAGS = Set.of(
            ("a abbr b blockquote br caption code col colgroup dd details div dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre "
                            + "section small span strong style sub summary sup table tbody td tfoot th thead tr u ul")
                    .split(" "));
    private static final Pattern HANDLER =
            Pattern.compile("(?i)(^|[\\s\"'/])(on[a-z]+|srcdoc|formaction|action|src)\\s*=");
    private static final Pattern SCHEME = Pattern.compile(
            "(?i)(javascript|vbscript|data|file|ftp|http|blob)\\s*(&colon;|&#0*58;|&#x0*3a;|:)(?=[^\\s0-9]|//)");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?i)(?:href\\s*=\\s*[\"']?\\s*|]\\(\\s*<?|^\\s*\\[[^\\]]*]:\\s*)([^\\s\"'>)]*)", Pattern.MULTILINE);
    private static final Pattern HTTPS = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^{}]*)?");
    private static final Pattern FROM_ELSEWHERE =
            Pattern.compile("(?i)url\\s*\\(|@import|expression\\s*\\(|\\\\[0-9a-f]{2}");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*]\\s*[\\[(]");
    private static final Pattern OWN_PICTURE = Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+");

    @Override
    public List<Finding> check(DeployedFiles files) {
        List<Finding> findings = new ArrayList<>();
        files.forms().forEach(file -> {
            JsonNode form = file.json().orElseThrow();
            if (!form.isObject() || form.path("components").findParents("type").size() > MOST_COMPONENTS) {
                findings.add(file.at("部品が多すぎるか、Camunda Form ではありません。部品は %d 個までにしてください。".formatted(MOST_COMPONENTS)));
            }
            components(file, form, findings);
        });
        return findings;
    }

    private static void components(DeployedFile file, JsonNode around, List<Finding> findings) {
        for (JsonNode component : around.path("components")) {
            component(file, component, findings);
            components(file, component, findings);
        }
    }

    private static void component(DeployedFile file, JsonNode component, List<Finding> findings) {
        String type = component.path("type").asText();
        if (type.equals("iframe")) {
            findings.add(file.at(component, "ほかのページの埋め込み（iframe）は使えません。外すか、https のリンクにしてください。"));
        } else if (type.equals("image")) {
            if (!OWN_PICTURE.matcher(component.path("source").asText()).matches()) {
                findings.add(file.at(component, "外部の画像は使えません。画像そのもの（data:image/png;base64,…）を入れるか、外してください。"));
            }
        } else {
            component.fields().forEachRemaining(property -> {
                if (!property.getKey().equals("components")) {
                    texts(file, component, property.getValue(), findings);
                }
            });
        }
    }

    private static void texts(DeployedFile file, JsonNode component, JsonNode value, List<Finding> findings) {
        if (value.isTextual()) {
            String problem = problem(value.asText());
            if (problem != null) {
                findings.add(file.at(component, problem));
            }
        }
        value.forEach(inner -> texts(file, component, inner, findings));
    }

    private static String problem(String text) {
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            String tag = tags.group(1).toLowerCase(java.util.Locale.ROOT);
            if (!TAGS.contains(tag)) {
                return "HTML の「%s」は使えません。文字、表、箇条書き、https のリンクだけが使えます。".formatted(tag);
            }
            if (HANDLER.matcher(tags.group(2)).find()) {
                return "HTML にプログラムや読込み（on…、src など）は書けません。外してください。";
            }
        }
        if (FROM_ELSEWHERE.matcher(text).find() || PICTURE.matcher(text).find()) {
            return "外部の画像やスタイルは読み込めません。外してください。";
        }
        if (SCHEME.matcher(text).find()) {
            return "リンクは https:// で始まるものだけが使えます。";
        }
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            if (!HTTPS.matcher(references.group(1)).matches()) {
                return "リンクは https:// で始まる決まった宛先だけが使えます。";
            }
        }
        return null;
    }
}
