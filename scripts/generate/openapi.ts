import { createOpenApiDocument } from "@askonce/core/openapi";
import { apiPrefix } from "@askonce/spec/contract";
import type { GeneratedFile } from "./generated-file.ts";

/** The API description as it is committed. Its version stays `0`: the file changes with the API and not with each release. */
export async function openApi(): Promise<GeneratedFile[]> {
  const document = await createOpenApiDocument(apiPrefix, "0");
  return [{ path: "docs/api/openapi.json", content: `${JSON.stringify(document, null, 2)}\n` }];
}
