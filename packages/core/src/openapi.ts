export { createOpenApiDocument } from "./handler/openapi-document.ts";
