import { randomUUID } from "node:crypto";
import type { AdapterContext, CarrierAdapterV1 } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { terminalLogger } from "../instance/terminal-logger.ts";
import { describeFailure } from "../output/describe-failure.ts";
import { createMovableClock } from "../simulation/movable-clock.ts";
import { type Finding, finding } from "./finding.ts";

const longestCheckMs = 60_000;

/** What each courier's adapter says of its own connection. One that throws has failed, and hides none of the others. */
export async function checkCarriers(carriers: readonly CarrierAdapterV1[], { terminal, messages }: CommandTools): Promise<Finding[]> {
  const context = (): AdapterContext => ({
    signal: AbortSignal.timeout(longestCheckMs),
    logger: terminalLogger(terminal),
    clock: createMovableClock(),
    fetch: (input, init) => globalThis.fetch(input, init),
    idempotencyKey: randomUUID(),
    priority: "agent",
  });
  const reports = await Promise.all(
    carriers.map(async (carrier) => {
      try {
        return (await carrier.check(context())).checks.map((check): Finding => ({ group: carrier.id, ...check }));
      } catch (error) {
        const [detail = ""] = describeFailure(error, messages).lines;
        return [finding(carrier.id, "connection", "failed", carrier.displayName, detail, messages.doctor.carrierRemedy)];
      }
    }),
  );
  return reports.flat();
}
