import { appendFileSync, existsSync, openSync } from "node:fs";
import { createServer } from "node:http";
import { createAskonce } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import type { Logger, StorefrontAdapterV1 } from "@askonce/spec";
import { memoryStorefront } from "@askonce/testkit/storefront";
import { createKillSwitch, type KillOrder, type KillSwitch } from "./kill-points.ts";
import { openStorage } from "./open-storage.ts";
import { forgetClaimed, withDefectiveHandler, withDefectiveKeys } from "./planted-defects.ts";
import { sendEventsOptions } from "./send-events.ts";
import type { ServerMessage, ServerSettings } from "./server-settings.ts";
import { settlesInbox, transactionKind, writesOrder } from "./transaction-kind.ts";
import { watchedStorage } from "./watched-storage.ts";

/**
 * A shop's server as its developer would write it, on `node:http`, plus the places at which it can be told to end itself. It is a process of
 * its own, because only a process can be killed.
 */
async function serve(settings: ServerSettings): Promise<void> {
  const startedAt = performance.now();
  const { broken, port } = settings;
  const kills = createKillSwitch(openSync(settings.killsFile, "a"));
  const effects = openSync(settings.effectsFile, "a");
  const storage = watchedStorage(openStorage(settings.storage), {
    beforeStatement(statement, statements) {
      if (statements.some(settlesInbox) ? writesOrder(statement) : settlesInbox(statement) && statements.some(writesOrder))
        kills.pass("mid-job", "effect");
    },
    beforeCommit(statements) {
      const kind = transactionKind(statements);
      if (kind) kills.pass("before-commit", kind);
    },
    afterCommit(statements) {
      const kind = transactionKind(statements);
      if (kind) kills.pass("after-commit", kind);
    },
  });
  await forgetClaimed(openStorage(settings.storage), broken);
  // Its orders are not here but at the shop's own address, which outlives this process.
  const shop = { name: "Shop", currency: "RON", timeZone: "Europe/Bucharest", now: "2026-11-20T09:00:00.000Z", customers: [], orders: [] };
  const { adapter } = memoryStorefront(shop, { transport: "fetch" });
  const askonce = createAskonce({
    storage,
    storefronts: [withDefectiveKeys(withKilledReads(adapter, kills), broken)],
    fetch: (input, init) => fetch(settings.shopUrl + new URL(String(input)).pathname, init),
    logger: errorLogger(),
    webhooks: sendEventsOptions(() => kills.pass("mid-job", "delivery")),
    // Reconciling would bring back what a lost webhook said, and hide the loss.
    reconcileEveryMs: 24 * 3_600_000,
  });
  if (settings.works) {
    askonce.subscribe({
      name: "fault-ledger",
      async handle(event) {
        if (settings.refusalFile !== undefined && existsSync(settings.refusalFile)) throw new Error("Not now");
        appendFileSync(effects, `${event.sequence}\n`);
        kills.pass("mid-job", "subscriber");
      },
    });
  }
  await askonce.start({ roles: [...(port === null ? [] : ["web" as const]), ...(settings.works ? ["worker" as const] : [])] });

  process.on("message", (message: { arm?: KillOrder | null }) => {
    if (message.arm !== undefined) kills.arm(message.arm);
  });
  // Nobody is left to end it.
  process.on("disconnect", () => process.exit(3));
  process.on("SIGTERM", () => void askonce.stop().then(() => process.exit(0)));

  if (port !== null) {
    const handle = toNodeHandler(withDefectiveHandler(askonce.handler, broken));
    const server = createServer((request, response) => {
      if (request.method === "POST") kills.pass("before-parse", request.url?.includes("/webhooks/") ? "webhook" : "command");
      void handle(request, response);
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
  }
  tell({ ready: true, startMs: Math.round(performance.now() - startedAt) });
}

function withKilledReads(adapter: StorefrontAdapterV1, kills: KillSwitch): StorefrontAdapterV1 {
  return {
    ...adapter,
    getOrder: (ref, context) => {
      kills.pass("mid-job", "read");
      return adapter.getOrder(ref, context);
    },
  };
}

/** Standard error is kept by the parent and shown when the process ends in a way that nobody ordered. */
function errorLogger(): Logger {
  const write = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) =>
    void process.stderr.write(`${level} ${message} ${JSON.stringify(fields ?? {})}\n`);
  return { debug() {}, info() {}, warn: write("warn"), error: write("error") };
}

function tell(message: ServerMessage): void {
  process.send?.(message);
}

await serve(JSON.parse(process.argv[2] ?? "{}") as ServerSettings);
