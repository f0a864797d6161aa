import { type AdapterContext, AskonceError, type CarrierAdapterV1, type ErrorCode, type TrackedParcel } from "@askonce/spec";
import { type CarrierMutant, changingContext, tracking, type Wrap } from "./carrier-mutant.ts";

/** What `track` throws goes through `change`. */
function throwing(change: (error: AskonceError) => unknown): Wrap {
  return tracking((track) => async (number, context) => {
    try {
      return await track(number, context);
    } catch (error) {
      throw AskonceError.is(error) ? change(error) : error;
    }
  });
}

function miscalling(from: ErrorCode, to: ErrorCode): Wrap {
  return throwing((error) => (error.code === from ? new AskonceError(to) : error));
}

/** Some failures are taken for an unknown number. */
function credulous(...codes: ErrorCode[]): Wrap {
  return tracking((track) => async (number, context) => {
    try {
      return await track(number, context);
    } catch (error) {
      if (AskonceError.is(error, ...codes)) return null;
      throw error;
    }
  });
}

/** Reads once more, up to `times`, whatever went wrong. */
function stubborn(times: number, pauseMs: number): Wrap {
  return tracking((track) => async (number, context) => {
    for (let count = 1; ; count++) {
      try {
        return await track(number, context);
      } catch (error) {
        if (count >= times) throw error;
        await context.clock.sleep(pauseMs);
      }
    }
  });
}

/** Keeps what it read once, for good. */
function remembering(adapter: CarrierAdapterV1): CarrierAdapterV1 {
  const known = new Map<string, TrackedParcel | null>();
  return {
    ...adapter,
    track: async (number, context) => {
      if (!known.has(number)) known.set(number, await adapter.track(number, context));
      return known.get(number) ?? null;
    },
  };
}

const unheard = (context: AdapterContext): AdapterContext => ({ ...context, signal: new AbortController().signal });

const leaking = (context: AdapterContext): AdapterContext => ({
  ...context,
  fetch: (input, init) => {
    context.logger.debug("Asking", { input, headers: new Headers(init?.headers).get("x-token"), body: init?.body });
    return context.fetch(input, init);
  },
});

/** Asks for more than it needs, before and after. */
function wasteful(adapter: CarrierAdapterV1): CarrierAdapterV1 {
  return {
    ...adapter,
    track: async (number, context) => {
      await adapter.check(context);
      const answer = await adapter.track(number, context);
      await context.fetch("https://courier.example.test/sign-in", { method: "POST", body: "{}" });
      return answer;
    },
  };
}

/** Signs in once, at the first call; every later refusal is final. */
function neverAgain(adapter: CarrierAdapterV1): CarrierAdapterV1 {
  let signIns = 0;
  return {
    ...adapter,
    track: (number, context) =>
      adapter.track(number, {
        ...context,
        fetch: (input, init) =>
          String(input).endsWith("/sign-in") && ++signIns > 1
            ? Promise.resolve(Response.json({}, { status: 401 }))
            : context.fetch(input, init),
      }),
  };
}

let calls = 0;

export const failureMutants: readonly CarrierMutant[] = [
  { name: "tries refused credentials again", caughtBy: ["http-401"], wrap: stubborn(6, 1_000) },
  {
    name: "calls a refusal a breakdown",
    caughtBy: ["http-401", "wrong-credentials-are-refused"],
    wrap: miscalling("ADAPTER_UNAUTHORIZED", "ADAPTER_UNAVAILABLE"),
  },
  {
    name: "takes wrong credentials for an unknown number",
    caughtBy: ["wrong-credentials-are-refused"],
    wrap: credulous("ADAPTER_UNAUTHORIZED"),
  },
  { name: "tries again without a permission", caughtBy: ["http-403"], wrap: miscalling("ADAPTER_FORBIDDEN", "ADAPTER_UNAVAILABLE") },
  { name: "waits for an hour", caughtBy: ["http-429-for-an-hour"], wrap: stubborn(2, 3_600_000) },
  { name: "does not say when to come back", caughtBy: ["http-429-for-an-hour"], wrap: throwing((error) => new AskonceError(error.code)) },
  { name: "asks a broken courier a hundred times", caughtBy: ["http-5xx"], wrap: stubborn(34, 10) },
  {
    name: "takes a broken courier for an unknown number",
    caughtBy: ["http-5xx", "html-instead-of-json", "broken-json", "empty-body"],
    wrap: credulous("ADAPTER_UNAVAILABLE"),
  },
  {
    name: "gives up on a challenge page for good",
    caughtBy: ["html-instead-of-json"],
    wrap: miscalling("ADAPTER_UNAVAILABLE", "ADAPTER_BAD_RESPONSE"),
  },
  { name: "calls a time limit unreachable", caughtBy: ["timeout"], wrap: miscalling("ADAPTER_TIMEOUT", "ADAPTER_UNREACHABLE") },
  { name: "calls unreachable a bad answer", caughtBy: ["unreachable"], wrap: miscalling("ADAPTER_UNREACHABLE", "ADAPTER_BAD_RESPONSE") },
  { name: "does not hear that it was aborted", caughtBy: ["abort-while-waiting", "abort-before-start"], wrap: changingContext(unheard) },
  { name: "does not sign in again", caughtBy: ["expired-sign-in"], wrap: neverAgain },
  {
    name: "signs in for each of several calls at once",
    caughtBy: ["one-sign-in-for-all"],
    wrap: (adapter) => ({
      ...adapter,
      track: async (number, context) => {
        if (++calls % 12 < 6) await context.fetch("https://courier.example.test/sign-in", { method: "POST", body: "{}" });
        return adapter.track(number, context);
      },
    }),
  },
  { name: "asks three times for one answer", caughtBy: ["expired-sign-in"], wrap: (adapter) => wasteful(wasteful(wasteful(adapter))) },
  { name: "keeps what it read for good", caughtBy: ["ids-stay", "life-on-time"], wrap: remembering },
  {
    name: "puts the courier's answer into the error",
    caughtBy: ["errors-and-logs-are-clean"],
    wrap: throwing((error) => new AskonceError(error.code, { details: { body: "for echoed.by.vendor@example.test" } })),
  },
  {
    name: "puts its key into the cause of the error",
    caughtBy: ["errors-and-logs-are-clean"],
    wrap: throwing((error) => new AskonceError(error.code, { cause: { config: { key: "memory-courier-key" } } })),
  },
  { name: "logs its token", caughtBy: ["logs-of-reads-are-clean", "errors-and-logs-are-clean"], wrap: changingContext(leaking) },
  {
    name: "gives its key out with the parcel",
    caughtBy: ["secrets-stripped"],
    wrap: tracking((track) => async (number, context) => {
      const parcel = await track(number, context);
      return parcel && { ...parcel, returnTrackingNumber: "memory-courier-key" };
    }),
  },
  {
    name: "takes the time from the machine",
    caughtBy: ["context-only"],
    wrap: tracking((track) => (number, context) => track(Date.now() > 0 ? number : "", context)),
  },
  {
    name: "goes out by itself",
    caughtBy: ["context-only"],
    wrap: tracking((track) => async (number, context) => {
      await globalThis.fetch("https://courier.example.test/status").catch(() => {});
      return track(number, context);
    }),
  },
  {
    name: "writes to the console",
    caughtBy: ["context-only"],
    wrap: tracking((track) => (number, context) => {
      const { console: output } = globalThis;
      output.debug("tracking");
      return track(number, context);
    }),
  },
];
