import * as z from "zod";
import { publicEndpoint } from "./base.ts";

export const healthContract = {
  check: publicEndpoint
    .route({ method: "GET", path: "/health", summary: "Whether the storage answers", tags: ["health"] })
    .output(z.object({ status: z.literal("ok"), version: z.string() })),
};
