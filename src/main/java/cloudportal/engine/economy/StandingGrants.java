package cloudportal.engine.economy;

/** What groups are granted for all tasks of a process, so that no grant has to be written for each of them. */
public interface StandingGrants {

    /** Whether the members of the group may read and work every task of the process, with its variables. */
    boolean coverTasks(String group, String processDefinitionKey);
}
