package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnforceableFormsTest {

    @Test
    void namesEachPlaceThatCouldNotBeHeldTo() {
        List<Finding> findings = check(
                """
                {
                  "id": "ask",
                  "components": [
                    {"type": "textfield", "id": "Field_name", "key": "name"},
                    {"type": "group", "components": [
                      {"type": "dynamiclist", "id": "List_rows", "path": "rows"}
                    ]},
                    {"type": "textfield", "id": "Field_code", "key": "code", "validate": {"pattern": "(?=a)b"}}
                  ]
                }""");

        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).toString())
                .isEqualTo("ask.form:6:7 List_rows: 部品「dynamiclist」は、入力をサーバーで確認できないため使えません。ほかの部品に置き換えてください。");
        assertThat(findings.get(1).toString()).startsWith("ask.form:8:5 Field_code: パターン「(?=a)b」はサーバーで確認できません。");
    }

    @Test
    void takesTheFormsOfThePortal() throws IOException {
        try (var forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                assertThat(check(Files.readString(form))).as(form.toString()).isEmpty();
            }
        }
    }

    private static List<Finding> check(String form) {
        return new EnforceableForms()
                .check(DeployedFiles.of(Map.of("ask.form", form.getBytes(StandardCharsets.UTF_8))));
    }
}
