package cloudportal.engine.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which files a deployment may hold: processes, decisions and forms, readable, of a size that a person could have drawn. */
@Component
final class FileRule implements DeploymentRule {

    static final int MOST_BYTES = 1_000_000;

    private static final int MOST_BYTES_IN_ALL = 5_000_000;
    private static final int MOST_FILES = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,60}(-[a-z0-9]{1,60}){0,15}\\.(bpmn|dmn|form)");

    @Override
    public List<Finding> check(DeployedFiles files) {
        List<Finding> findings = new ArrayList<>();
        if (files.all().size() > MOST_FILES) {
            findings.add(whole("ファイルが多すぎます。一度にデプロイできるのは %d 個までです。分けてデプロイしてください。".formatted(MOST_FILES)));
        }
        if (files.all().stream().mapToLong(DeployedFile::size).sum() > MOST_BYTES_IN_ALL) {
            findings.add(whole("ファイルが合計 5 MB を超えています。分けてデプロイしてください。"));
        }
        Set<String> names = new HashSet<>();
        for (DeployedFile file : files.all()) {
            if (file.kind() == DeployedFile.Kind.OTHER) {
                findings.add(file.at("デプロイできるのは .bpmn、.dmn、.form のファイルだけです。このファイルを外してください。"));
            } else if (!NAME.matcher(file.name()).matches()) {
                findings.add(file.at("ファイル名は英小文字、数字と「-」だけで付けてください（例: review-request.form）。"));
            }
            if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
                findings.add(file.at("同じ名前のファイルが二つあります。どちらかを外してください。"));
            }
            if (file.size() > MOST_BYTES) {
                findings.add(file.at("ファイルが 1 MB を超えています。小さくするか、分けてください。"));
            }
            file.unreadable().ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding whole(String sentence) {
        return new Finding("", 0, 0, "", sentence);
    }
}
