import { writeFile } from "node:fs/promises";
import { apiPrefix, contract } from "@askonce/spec/contract";
import { getEventIteratorSchemaDetails, isContractProcedure } from "@orpc/contract";

/**
 * The contract's methods and paths as source text. The browser gets this table instead of the contract, because the contract brings
 * zod with it. `src/routes.test.ts` fails when the file is out of date; `node --conditions=@askonce/source scripts/generate-routes.ts`
 * writes it.
 */
export function renderRoutes(): string {
  const groups = Object.entries(contract).map(([group, endpoints]) => {
    const lines = Object.entries(endpoints).map(([name, endpoint]) => `    ${name}: ${renderRoute(`${group}.${name}`, endpoint)},`);
    return `  ${group}: {\n${lines.join("\n")}\n  },`;
  });
  return [
    "// Generated from the contract by scripts/generate-routes.ts. Do not edit.",
    "",
    `export const apiPrefix = "${apiPrefix}";`,
    "",
    "/** Method and path of every endpoint, by group and name; `stream` behind them marks server-sent events. */",
    "export const routes = {",
    ...groups,
    "} as const;",
    "",
  ].join("\n");
}

function renderRoute(name: string, endpoint: unknown): string {
  if (!isContractProcedure(endpoint)) throw new TypeError(`${name} is not an endpoint`);
  const { method, path, inputStructure, outputStructure } = endpoint["~orpc"].route;
  if (!method || !path) throw new TypeError(`${name} has no method or no path`);
  if (inputStructure === "detailed" || outputStructure === "detailed")
    throw new TypeError(`${name}: the client knows compact structures only`);
  const streams = getEventIteratorSchemaDetails(endpoint["~orpc"].outputSchema) !== undefined;
  return `"${method} ${path}${streams ? " stream" : ""}"`;
}

if (import.meta.main) await writeFile(new URL("../src/routes.ts", import.meta.url), renderRoutes());
