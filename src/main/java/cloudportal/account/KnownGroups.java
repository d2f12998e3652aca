package cloudportal.account;

import cloudportal.engine.deployment.ModelNames;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The groups that a model can offer its tasks to. */
@Component
class KnownGroups implements ModelNames {

    @Override
    public Set<String> groups() {
        return Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toUnmodifiableSet());
    }
}
