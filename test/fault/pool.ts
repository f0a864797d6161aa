import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { round } from "../bench/measure.ts";
import { createRunFiles } from "./ground/run-files.ts";
import { createAnswerBook } from "./load/answer-book.ts";
import { createHttpCaller } from "./load/http-call.ts";
import { underLoad } from "./under-load.ts";

export interface PoolOptions {
  seed: number;
  /** Requests at the same time. Default 200. */
  requests?: number;
  /** How long another transaction holds the shop's row, in milliseconds. Default 6000. */
  hogMs?: number;
}

const statementTimeoutMs = 3000;
const connectTimeoutMs = 2000;
/** A request looks who asks and then writes: it waits for a connection at most three times, and for one statement. */
const longestAnswerMs = 3 * connectTimeoutMs + statementTimeoutMs + 1000;
/** What two connections can do within the time a request waits for one. */
const normalRequests = 20;
const longestRecoveryMs = 5000;

/** R9: two connections, two hundred requests, and a transaction of somebody else that holds what all of them need. */
export async function poolFault({ seed, requests = 200, hogMs = 6000 }: PoolOptions) {
  const startedAt = performance.now();
  const files = await createRunFiles("postgres");
  try {
    const { storage } = files;
    if (storage.kind !== "postgres") throw new Error("PostgreSQL is needed");
    const serverStorage = { ...storage, connections: 2, statementTimeoutMs, connectTimeoutMs };
    const { clean, ...result } = await underLoad({ files, seed, rate: 50, serverStorage }, async ({ load, recovery }) => {
      const caller = createHttpCaller(load.port, { timeoutMs: 60_000, connections: requests });
      const headers = { authorization: `Bearer ${load.token}`, "content-type": "application/json" };
      const book = createAnswerBook();
      const burst = (round: number, count: number) =>
        Promise.all(
          Array.from({ length: count }, async (_, index) => {
            const isRead = index % 4 === 0;
            const sent = isRead
              ? caller.call("GET", "/api/v1/tickets", { headers })
              : caller.call("POST", "/api/v1/tickets", { headers, body: JSON.stringify({ subject: `burst ${round}, ${index}` }) });
            await sent.then(book.note, book.noteSilence);
          }),
        );
      await delay(1000);
      const hog = new pg.Client(storage.url);
      await hog.connect();
      await hog.query("begin");
      await hog.query("select 1 from shops for update");
      const bursting = burst(1, requests);
      await delay(hogMs);
      await hog.query("rollback");
      await hog.end();
      const freedAt = performance.now();
      await bursting;
      const underHog = { answers: { ...book.counts }, slowestMs: book.slowestMs, improper: book.improper };
      const recoveredMs = await recovery(freedAt);
      const refusedBefore = book.refused;
      await burst(2, normalRequests);
      caller.close();
      return { fault: "pool", storage: "postgres", requests, underHog, refusedAfterwards: book.refused - refusedBefore, recoveredMs };
    });
    const { answers, slowestMs, improper } = result.underHog;
    const refused = Object.entries(answers).some(([name]) => name.startsWith("503"));
    return {
      ...result,
      ms: round(performance.now() - startedAt, 0),
      ok:
        clean &&
        refused &&
        slowestMs <= longestAnswerMs &&
        improper.length === 0 &&
        !("no answer" in answers) &&
        result.refusedAfterwards === 0 &&
        result.recoveredMs <= longestRecoveryMs,
    };
  } finally {
    await files.remove();
  }
}
