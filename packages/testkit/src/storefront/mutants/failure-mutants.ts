import { type AdapterContext, AskonceError, type ErrorCode, type StorefrontAdapterV1 } from "@askonce/spec";
import { changingContext, type Mutant } from "./mutant.ts";

/** What the adapter throws goes through `change`, in reads and in searches. */
function throwing(change: (error: AskonceError) => unknown): Mutant["wrap"] {
  const changed = async <Result>(call: Promise<Result>): Promise<Result> => {
    try {
      return await call;
    } catch (error) {
      throw AskonceError.is(error) ? change(error) : error;
    }
  };
  return (adapter) => ({
    ...adapter,
    getOrder: (ref, context) => changed(adapter.getOrder(ref, context)),
    findOrders: (query, context) => changed(adapter.findOrders(query, context)),
  });
}

function miscalling(from: ErrorCode, to: ErrorCode): Mutant["wrap"] {
  return throwing((error) => (error.code === from ? new AskonceError(to) : error));
}

/** Reads once more, up to `times`, whatever went wrong. */
function stubborn(times: number, pauseMs: number): Mutant["wrap"] {
  return (adapter) => ({
    ...adapter,
    getOrder: async (ref, context) => {
      for (let count = 1; ; count++) {
        try {
          return await adapter.getOrder(ref, context);
        } catch (error) {
          if (count >= times) throw error;
          await context.clock.sleep(pauseMs);
        }
      }
    },
  });
}

/** Waiting ends at once, without the clock moving. */
function impatient(context: AdapterContext): AdapterContext {
  return {
    ...context,
    clock: { ...context.clock, sleep: async (durationMs) => (durationMs >= 10_000 ? new Promise(() => {}) : undefined) },
  };
}

/** A response is taken for an order, whatever its body says. */
function credulous(adapter: StorefrontAdapterV1, codes: readonly ErrorCode[]): StorefrontAdapterV1 {
  return {
    ...adapter,
    getOrder: async (ref, context) => {
      try {
        return await adapter.getOrder(ref, context);
      } catch (error) {
        if (AskonceError.is(error, ...codes)) return null;
        throw error;
      }
    },
  };
}

export const failureMutants: readonly Mutant[] = [
  { name: "tries refused credentials again", caughtBy: ["http-401"], wrap: stubborn(6, 1_000) },
  {
    name: "does not wait as long as it was asked to",
    caughtBy: ["http-429-retry-after", "http-500-then-ok"],
    wrap: changingContext(impatient),
  },
  {
    name: "gives up at the first failure",
    caughtBy: ["http-500-then-ok", "http-429-retry-after"],
    wrap: changingContext((context) => ({
      ...context,
      clock: {
        ...context.clock,
        sleep: (durationMs, signal) =>
          durationMs < 10_000 ? Promise.reject(new AskonceError("ADAPTER_UNAVAILABLE")) : context.clock.sleep(durationMs, signal),
      },
    })),
  },
  { name: "waits for an hour", caughtBy: ["http-429-for-an-hour"], wrap: stubborn(2, 3_600_000) },
  {
    name: "does not say when to come back",
    caughtBy: ["http-429-for-an-hour"],
    wrap: throwing((error) => new AskonceError(error.code)),
  },
  { name: "asks a broken vendor a hundred times", caughtBy: ["http-5xx-persistent"], wrap: stubborn(25, 10) },
  {
    name: "takes a broken vendor for a missing order",
    caughtBy: ["http-5xx-persistent"],
    wrap: (adapter) => credulous(adapter, ["ADAPTER_UNAVAILABLE"]),
  },
  { name: "calls a time limit unreachable", caughtBy: ["timeout"], wrap: miscalling("ADAPTER_TIMEOUT", "ADAPTER_UNREACHABLE") },
  { name: "calls unreachable a bad answer", caughtBy: ["unreachable"], wrap: miscalling("ADAPTER_UNREACHABLE", "ADAPTER_BAD_RESPONSE") },
  {
    name: "takes a login page for a missing order",
    caughtBy: ["html-instead-of-json", "truncated-json"],
    wrap: (adapter) => credulous(adapter, ["ADAPTER_BAD_RESPONSE"]),
  },
  {
    name: "does not hear that it was aborted",
    caughtBy: ["abort-while-waiting", "abort-before-start"],
    wrap: changingContext((context) => ({ ...context, signal: new AbortController().signal })),
  },
  {
    name: "puts the vendor's answer into the error",
    caughtBy: ["errors-and-logs-are-clean"],
    wrap: throwing((error) => new AskonceError(error.code, { details: { body: "for echoed.by.vendor@example.test" } })),
  },
  {
    name: "puts its token into the cause of the error",
    caughtBy: ["errors-and-logs-are-clean"],
    wrap: throwing(
      (error) => new AskonceError(error.code, { cause: { config: { headers: { authorization: "Bearer conformance-access-token" } } } }),
    ),
  },
  {
    name: "logs what was searched for",
    caughtBy: ["logs-of-reads-are-clean", "errors-and-logs-are-clean"],
    wrap: (adapter) => ({
      ...adapter,
      findOrders: (query, context) => {
        context.logger.debug("Searching", { query });
        return adapter.findOrders(query, context);
      },
    }),
  },
];
