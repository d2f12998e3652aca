package cloudportal.account;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of the running application, from the models of its Jersey applications and the mappings of Spring. */
final class Endpoints {

    /** The addresses of the engine's REST API; the last two name the engine, of which there is one. */
    static final List<String> ENGINE_ADDRESSES =
            List.of("/engine-rest", "/engine-rest/engine/{name}", "/camunda/api/engine/engine/{name}");

    private static final int DEEPEST = 8;
    private static final String APPLICATION = "jakarta.ws.rs.Application";

    private final SortedSet<Endpoint> found = new TreeSet<>();

    private Endpoints() {}

    static SortedSet<Endpoint> of(ApplicationContext context, ServletContext servlets) {
        Endpoints endpoints = new Endpoints();
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            endpoints.addServlet(servlet, context);
        }
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(endpoints::addHandler));
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap().keySet().forEach(path -> endpoints.add("GET", path)));
        return endpoints.withEngineOnce();
    }

    private void addServlet(ServletRegistration servlet, ApplicationContext context) {
        String name = servlet.getInitParameter(APPLICATION);
        Application application = name != null
                ? (Application) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, null))
                : context.getBeansOfType(ResourceConfig.class).values().stream()
                        .filter(config -> servlet.getClassName().contains("jersey"))
                        .findFirst()
                        .orElse(null);
        for (String mapping : servlet.getMappings()) {
            if (application == null) {
                add("GET", mapping);
            } else {
                String base = mapping.replace("/*", "");
                application.getClasses().stream()
                        .map(Resource::from)
                        .filter(resource -> resource != null)
                        .forEach(resource -> addResource(resource, join(base, resource.getPath()), 0));
            }
        }
    }

    private void addResource(Resource resource, String path, int depth) {
        for (ResourceMethod method : resource.getResourceMethods()) {
            add(method.getHttpMethod(), path);
        }
        ResourceMethod locator = resource.getResourceLocator();
        if (locator != null && depth < DEEPEST) {
            Resource located =
                    Resource.from(locator.getInvocable().getHandlingMethod().getReturnType());
            if (located == null) {
                throw new AssertionError("What answers behind " + path + " does not say so by its type");
            }
            addResource(located, path, depth + 1);
        }
        for (Resource child : resource.getChildResources()) {
            addResource(child, join(path, child.getPath()), depth);
        }
    }

    private void addHandler(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        for (String path : mapping.getPatternValues()) {
            (methods.isEmpty() ? Set.of(HttpMethod.GET.name()) : methods).forEach(method -> add(method, path));
        }
    }

    private void add(String method, String path) {
        String plain = path.replaceAll("\\{\\s*([\\w-]+)\\s*:[^/]*?}(?=/|$)", "{$1}");
        found.add(new Endpoint(method, plain.length() > 1 ? plain.replaceAll("/$", "") : plain));
    }

    /** What answers at every address of the engine's REST API becomes one line. */
    private SortedSet<Endpoint> withEngineOnce() {
        Map<String, SortedSet<Endpoint>> below =
                ENGINE_ADDRESSES.stream().collect(Collectors.toMap(address -> address, this::below));
        SortedSet<Endpoint> everywhere = new TreeSet<>(below.get(ENGINE_ADDRESSES.get(0)));
        below.values().forEach(everywhere::retainAll);
        SortedSet<Endpoint> once = new TreeSet<>(found);
        ENGINE_ADDRESSES.forEach(address -> once.removeAll(at(address, everywhere)));
        everywhere.forEach(endpoint -> once.add(new Endpoint(endpoint.method(), Endpoint.ENGINE + endpoint.path())));
        return once;
    }

    private SortedSet<Endpoint> below(String address) {
        return found.stream()
                .filter(endpoint -> endpoint.path().startsWith(address + "/"))
                .map(endpoint -> new Endpoint(endpoint.method(), endpoint.path().substring(address.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<Endpoint> at(String address, Collection<Endpoint> endpoints) {
        return endpoints.stream()
                .map(endpoint -> new Endpoint(endpoint.method(), address + endpoint.path()))
                .toList();
    }

    private static String join(String base, String path) {
        return path == null || path.isEmpty() || path.equals("/")
                ? base
                : base + (path.startsWith("/") ? "" : "/") + path;
    }
}
