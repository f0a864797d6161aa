import * as z from "zod";
import { publicEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";

const tags = ["health"];

/** How one part of an instance is. What the parts are is in `docs/guides/operate.md`. */
const healthCheckSchema = z.object({
  id: z.enum(["storage", "writes", "worker", "inbox", "jobs"]),
  /** `warning`: it works, and somebody should look. */
  state: z.enum(["ok", "warning", "failed"]),
});

export const healthContract = {
  check: publicEndpoint
    .errors(contractErrors("STORAGE_FAILED"))
    .route({
      method: "GET",
      path: "/health",
      summary: "Whether this process can work; 503 when the storage does not answer within three seconds or cannot be written",
      tags,
    })
    .output(z.object({ status: z.enum(["ok", "degraded"]), version: z.string(), checks: z.array(healthCheckSchema) })),
  live: publicEndpoint
    .route({ method: "GET", path: "/health/live", summary: "Whether this process answers at all, whatever its storage does", tags })
    .output(z.object({ status: z.literal("ok"), version: z.string() })),
};
