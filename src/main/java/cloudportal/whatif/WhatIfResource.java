package cloudportal.whatif;

import cloudportal.engine.Refusal;
import cloudportal.engine.deployment.DeploymentPolicy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** The process owners' endpoint. It asks first who is asking; it stores and deploys nothing. */
@Component
public class WhatIfResource {

    private static final String TABLE = "service-terms.dmn";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ProcessOwners owners;
    private final WhatIf whatIf;
    private final DeploymentPolicy policy;

    /** One at a time: each reads all contracts. */
    private final Semaphore running = new Semaphore(1);

    WhatIfResource(ProcessOwners owners, WhatIf whatIf, DeploymentPolicy policy) {
        this.owners = owners;
        this.whatIf = whatIf;
        this.policy = policy;
    }

    /** Whether the person may try tables, and against which version. */
    @GET
    @Path("service-terms")
    @Produces(JSON)
    public String deployed() {
        owners.require();
        return json(Map.of("deployedVersion", whatIf.deployedVersion()));
    }

    /** What the table that is sent would change. What could not be deployed is not judged either: it might run on for ever. */
    @POST
    @Path("service-terms")
    @Consumes("application/octet-stream")
    @Produces(JSON)
    public String compare(InputStream file) throws IOException {
        owners.require();
        TableFile table = TableFile.read(file);
        policy.check(Map.of(TABLE, table.content()));
        if (!running.tryAcquire()) {
            throw new Refusal("ほかの表を試しているところです。少し待ってから、もう一度お試しください。");
        }
        try {
            return json(whatIf.compare(table));
        } finally {
            running.release();
        }
    }

    private static String json(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer must be plain data", e);
        }
    }
}
