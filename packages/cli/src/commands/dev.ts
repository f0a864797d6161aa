import type { CommandTools } from "../command.ts";
import { type Instance, openInstance } from "../instance/open-instance.ts";
import { createFirstOwner } from "../instance/owner.ts";
import { terminalLogger } from "../instance/terminal-logger.ts";
import { fill } from "../language/messages.ts";
import { deskAndApi } from "../server/desk-and-api.ts";
import { listen } from "../server/listen.ts";
import { untilStopped } from "../server/until-stopped.ts";

export interface DevOptions {
  port: number;
  host: string;
  config?: string;
  data?: string;
}

const system = { kind: "system" } as const;

/** Serves the desk at `/` and the API at `/api/v1` until it is stopped. */
export async function dev(options: DevOptions, { terminal, messages }: CommandTools): Promise<void> {
  const say = messages.dev;
  const stopped = untilStopped();
  const [instance, { toNodeHandler }] = await Promise.all([
    openInstance({ ...options, logger: terminalLogger(terminal) }, terminal),
    import("@askonce/core/node"),
  ]);
  const { askonce, storefronts, carriers } = instance;
  const handler = deskAndApi(askonce.handler, () => terminal.error(say.noDesk));
  // The port comes first: without it nothing is set up, and a token would be made that nobody can use yet.
  const server = await listen(toNodeHandler(handler), options).catch(async (error: unknown) => {
    await askonce.stop();
    throw error;
  });
  try {
    const token = await createFirstOwner(askonce);
    await askonce.start();
    if (instance.configFile === null) terminal.error(say.noConfig);
    else if (storefronts.length === 0) terminal.error(say.noStorefronts);
    else terminal.error(fill(say.connected, { names: storefronts.map((one) => one.displayName).join(", ") }));
    if (carriers.length > 0) terminal.error(fill(say.couriers, { names: carriers.map((one) => one.displayName).join(", ") }));
    if (!isLoopback(options.host)) terminal.error(fill(say.publicHost, { host: options.host }));
    await startFirstBackfills(instance, (name) => terminal.error(fill(say.backfilling, { name })));
    terminal.error(token === null ? say.tokenAgain : say.tokenOnce);
    if (token !== null) terminal.print(`agent token: ${token}`);
    terminal.print(`ready ${server.url}`);
    await stopped;
    terminal.error(say.stopping);
  } finally {
    const closed = server.close();
    await askonce.stop();
    await closed;
  }
}

/** A storefront that was never read is read now, so that the first ticket already has its order. */
async function startFirstBackfills({ askonce, storefronts }: Instance, tell: (name: string) => void): Promise<void> {
  if (storefronts.length === 0) return;
  for (const state of await askonce.sync.list(system)) {
    const canList = storefronts.some((one) => one.id === state.adapterId && one.changes !== undefined);
    if (!canList || state.backfill.state !== "never") continue;
    await askonce.sync.requestBackfill(state.adapterId, {}, system);
    tell(state.displayName);
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}
