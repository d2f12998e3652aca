package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A number that a form sets as a limit, or computes.
 *
 * @param fixed null where it is computed
 * @param computed null where it is fixed
 */
record Limit(BigDecimal fixed, Feel computed) {

    /** @return null where the form sets no such limit */
    static Limit of(JsonNode value) {
        if (value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()) {
            return null;
        }
        if (value.isNumber()) {
            return new Limit(value.decimalValue(), null);
        }
        if (value.isTextual() && Feel.isExpression(value.asText())) {
            return new Limit(null, Feel.of(value.asText()));
        }
        throw new UnsupportedForm.Problem("「%s」は数ではありません。数または「=」で始まる式を指定してください。".formatted(value.asText()));
    }

    /** @return null where it is computed and nothing comes of it: then there is no limit, as in form-js */
    BigDecimal in(Map<String, Object> data) {
        if (fixed != null) {
            return fixed;
        }
        Object value = computed.value(data);
        return Values.isNumber(value) || Kind.isDecimal(value) ? Kind.number(value) : null;
    }
}
