package cloudportal.engine.deployment;

/** Where something begins in a file: line and column, both from 1. */
public record Place(int line, int column) {

    static final Place UNKNOWN = new Place(0, 0);
}
