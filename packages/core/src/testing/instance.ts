import type { AskonceEvent, Logger } from "@askonce/spec";
import { conformanceClock } from "@askonce/testkit";
import { onTestFinished } from "vitest";
import type { Askonce, AskonceOptions } from "../askonce.ts";
import { type Caller, systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { testStorage } from "./test-storage.ts";

const startedAt = Date.parse("2026-11-20T09:00:00.000Z");
export const identitySecret = "an identity secret of 32 or more characters";
export const origin = "http://shop.example.test";

export interface Answer {
  status: number;
  headers: Headers;
  /** The parsed JSON body; `null` when there is none. */
  body: Record<string, unknown> & { items: Record<string, unknown>[]; code: string; nextCursor: string | null };
  text: string;
}

export interface Instance {
  askonce: Askonce;
  clock: ReturnType<typeof conformanceClock>;
  /** Every event since the instance was made. */
  events: AskonceEvent[];
  /** Sends a request below `/api/v1`; a string is sent as it is. */
  call(method: string, path: string, options?: { body?: unknown; token?: string; headers?: Record<string, string> }): Promise<Answer>;
}

/** An instance in memory (or in a file), with a clock that only moves when told. It is stopped with the test. */
export function instance(options: Partial<AskonceOptions> & { path?: string } = {}): Instance {
  const { path, ...askonceOptions } = options;
  const clock = conformanceClock(startedAt);
  const askonce = createAskonce({
    storage: testStorage(path),
    shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
    identity: { secrets: [identitySecret] },
    packets: { keys: [{ id: "test", secret: "a key for packets of 32 or more characters" }] },
    clock,
    ...askonceOptions,
  });
  onTestFinished(async () => {
    await askonce.stop();
    clock.stop();
  });
  const events: AskonceEvent[] = [];
  askonce.on("*", (event) => {
    events.push(event);
  });
  return {
    askonce,
    clock,
    events,
    async call(method, callPath, { body, token, headers } = {}) {
      const response = await askonce.handler(
        new Request(`${origin}/api/v1${callPath}`, {
          method,
          headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      const isJson = (response.headers.get("content-type") ?? "").includes("json");
      return { status: response.status, headers: response.headers, text, body: isJson && text !== "" ? JSON.parse(text) : null };
    },
  };
}

/** An agent of the role with a token. */
export async function agentWithToken(
  askonce: Askonce,
  role: "agent" | "lead" | "owner" = "owner",
  name = `Somebody with role ${role}`,
): Promise<{ id: string; token: string; caller: Caller }> {
  const { id } = await askonce.agents.create({ name, role }, systemCaller);
  const { token } = await askonce.agents.createToken(id, { label: "test" }, systemCaller);
  return { id, token, caller: { kind: "agent", agentId: id, name, role } };
}

/** An instance with an owner who has a token. */
export async function withOwner(options: Parameters<typeof instance>[0] = {}) {
  const made = instance(options);
  return { ...made, ...(await agentWithToken(made.askonce, "owner")) };
}

/** A logger whose every line is kept as text. */
export function linesLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
    };
  return { lines, debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
