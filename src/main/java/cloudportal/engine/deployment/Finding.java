package cloudportal.engine.deployment;

/**
 * One thing that is wrong with a deployment.
 *
 * @param file as it is named in the deployment; empty where the deployment as a whole is meant
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 * @param element the id of the element or component, or empty
 * @param sentence in Japanese: what is wrong and what to do
 */
public record Finding(String file, int line, int column, String element, String sentence) {

    /** As Modeler shows it: <code>file:line:column element: sentence</code>. */
    @Override
    public String toString() {
        String where = line > 0 ? "%s:%d:%d".formatted(file, line, column) : file;
        String place = element.isEmpty() ? where : "%s %s".formatted(where, element);
        return place.isBlank() ? sentence : "%s: %s".formatted(place.strip(), sentence);
    }
}
