package cloudportal.account;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Puts the portal's handling of passwords into the engine. */
@Component
class IdentitySetup extends SpringBootProcessEnginePlugin implements SessionFactory {

    private final LoginThrottle throttle;

    IdentitySetup(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        ProcessEngineConfigurationImpl engine = configuration;
        engine.setPasswordEncryptor(new BcryptPasswords());
        engine.setIdentityProviderSessionFactory(this);
    }

    @Override
    public Class<?> getSessionType() {
        return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new PortalIdentity(throttle);
    }
}
