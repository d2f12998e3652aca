package cloudportal.engine.deployment;

import java.util.Set;

/**
 * What the application needs of a model, so that it still works when the model is changed.
 *
 * @param id of the process or decision; a file that holds it has to keep all of the following
 * @param elements ids of elements
 * @param messages names of messages by which the application starts or continues it
 * @param delegates beans that some element has to call
 * @param answers variables that the process's forms together have to ask for
 * @param inputs variables that the decision reads
 * @param outputs names of the decision's results
 */
public record RequiredModel(
        String id,
        Set<String> elements,
        Set<String> messages,
        Set<String> delegates,
        Set<String> answers,
        Set<String> inputs,
        Set<String> outputs) {}
