package cloudportal.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Values as JSON knows them: text, numbers, yes or no, lists and objects, whichever Java type holds them. */
final class Values {

    private Values() {}

    static boolean isNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || value instanceof Double number && Double.isFinite(number);
    }

    /** As form-js compares them: 1 equals 1.0, but not "1". */
    static boolean same(Object one, Object other) {
        if (isNumber(one) && isNumber(other)) {
            return Kind.number(one).compareTo(Kind.number(other)) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return list.size() == others.size()
                    && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), others.get(i)));
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            return map.keySet().equals(others.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), others.get(key)));
        }
        return Objects.equals(one, other);
    }
}
