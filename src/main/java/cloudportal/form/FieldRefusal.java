package cloudportal.form;

/**
 * Why an answer will not do.
 *
 * @param field the key of the field, as it stands in the form, or of what is no field of it
 * @param rule the form's own name of the rule: required, minLength, maxLength, min, max, pattern, validationType, values, decimalDigits,
 *     increment, or else type, hidden, readonly, undeclared
 * @param sentence for the person, in Japanese, in the words of the form's label
 */
record FieldRefusal(String field, String rule, String sentence) {}
