package cloudportal.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.dto.ParseExceptionDto;

/**
 * The engine's answer to a command that is no fault of the server, with a sentence in Japanese for people in place of its English.
 * Tools find the engine's own words under {@code detail}, and type, code and all else where they were. What Modeler and Tasklist
 * read in the message itself stays: what is wrong in a model, and that a task is gone or suspended, which Tasklist says in Japanese.
 * So does a sentence of the portal's own, which says more than the status.
 */
final class PlainAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OWN = Pattern.compile("^[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}「].*。$");
    private static final Pattern READ_BY_TASKLIST = Pattern.compile("No matching task|task is null|is suspended");

    private PlainAnswers() {}

    static Map<String, Object> of(ExceptionDto answer, int status) {
        Map<String, Object> entity = JSON.convertValue(answer, new TypeReference<>() {});
        String detail = String.valueOf(answer.getMessage());
        if (answer instanceof ParseExceptionDto
                || OWN.matcher(detail).find()
                || READ_BY_TASKLIST.matcher(detail).find()) {
            return entity;
        }
        entity.put("message", sentence(status));
        entity.put("detail", detail);
        return entity;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "ログインの有効期限が切れました。お手数ですが、もう一度ログインしてください。";
            case 403 -> "この操作を行う権限がありません。必要な場合は、管理者にご連絡ください。";
            case 404 -> "お探しの情報が見つかりませんでした。画面を更新して、最新の状態をご確認ください。";
            case 409 -> RefusalAnswers.OVERTAKEN;
            default -> "この内容では処理できませんでした。内容をご確認のうえ、もう一度お試しください。";
        };
    }
}
