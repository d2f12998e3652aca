package cloudportal.portal;

import cloudportal.request.ContractBlockedException;
import cloudportal.request.NoSuchNumberException;
import cloudportal.request.RequestRefusedException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The addresses of the portal's pages: {@code /camunda/api/tasklist/plugin/portal/default/…}. The web app asks for a login and
 * for its token against forged requests before any of them is reached.
 */
@Path("plugin/" + PortalPlugin.ID)
@Produces(PortalResource.JSON)
public class PortalResource extends AbstractTasklistPluginRootResource {

    static final String JSON = "application/json;charset=UTF-8";

    private static final String FIRST_PAGE = "1";
    private static final String ROWS = "20";

    public PortalResource() {
        super(PortalPlugin.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return PortalPlugin.ASSETS;
    }

    /** What is told where there is nothing to show or to do; {@code requestNumber} is what stands in the way, or null. */
    record Sentence(String type, String message, String requestNumber) {}

    /** Who is logged in, and as what. */
    @GET
    @Path("{engine}/me")
    public Response me() {
        return answer(() -> bean(Viewers.class).me());
    }

    /** ご契約一覧. */
    @GET
    @Path("{engine}/contracts")
    public Response contracts(
            @QueryParam("search") String search,
            @QueryParam("page") @DefaultValue(FIRST_PAGE) String page,
            @QueryParam("size") @DefaultValue(ROWS) String size) {
        return answer(() -> bean(ContractPages.class).list(search, PageWanted.of(page, size)));
    }

    /** ご契約情報詳細. */
    @GET
    @Path("{engine}/contracts/{number}")
    public Response contract(@PathParam("number") String number) {
        return answer(() -> bean(ContractPages.class).detail(number));
    }

    /** 解約お申込: the task that comes next. */
    @POST
    @Path("{engine}/contracts/{number}/cancellation")
    public Response cancel(@PathParam("number") String number) {
        return answer(() -> bean(ContractPages.class).cancel(number));
    }

    /** お申込一覧. */
    @GET
    @Path("{engine}/requests")
    public Response requests(
            @QueryParam("search") String search,
            @QueryParam("page") @DefaultValue(FIRST_PAGE) String page,
            @QueryParam("size") @DefaultValue(ROWS) String size) {
        return answer(() -> bean(RequestPages.class).list(search, PageWanted.of(page, size)));
    }

    /** お申込情報詳細. */
    @GET
    @Path("{engine}/requests/{number}")
    public Response request(@PathParam("number") String number) {
        return answer(() -> bean(RequestPages.class).detail(number));
    }

    /** 取消: the task that asks for the OK. */
    @POST
    @Path("{engine}/requests/{number}/withdrawal")
    public Response withdraw(@PathParam("number") String number) {
        return answer(() -> bean(RequestPages.class).withdraw(number));
    }

    private static Response answer(Supplier<?> asked) {
        try {
            return Response.ok(asked.get()).build();
        } catch (BadParameterException e) {
            return refusal(Status.BAD_REQUEST, e, null);
        } catch (NoCustomerException e) {
            return refusal(Status.FORBIDDEN, e, null);
        } catch (NoSuchNumberException e) {
            return refusal(Status.NOT_FOUND, e, null);
        } catch (ContractBlockedException e) {
            return refusal(Status.CONFLICT, e, e.requestNumber());
        } catch (RequestRefusedException e) {
            return refusal(Status.CONFLICT, e, null);
        }
    }

    private static Response refusal(Status status, RuntimeException refused, String requestNumber) {
        return Response.status(status)
                .entity(new Sentence("Refusal", refused.getMessage(), requestNumber))
                .build();
    }

    /** The web app makes this resource itself; here alone it reaches for the application's beans. */
    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(type);
    }
}
