import type { AskonceEvent } from "@askonce/spec";
import { AskonceApiError } from "./api-error.ts";
import { errorFromProblem, unreadable } from "./problem.ts";
import { createEventParser } from "./server-sent-events.ts";

/**
 * The events of an open response. A line that carries nothing for `idleTimeoutMs`, not even the server's keep-alive, is dead: some
 * networks never say so, and a reader would wait forever.
 */
export async function* readEvents(response: Response, idleTimeoutMs: number): AsyncGenerator<AskonceEvent, void, void> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream") || !response.body) throw unreadable(response.status);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  try {
    while (true) {
      const { done, value } = await readWithin(reader, idleTimeoutMs);
      if (done) return;
      for (const { event, data } of parse(decoder.decode(value, { stream: true }))) {
        if (event === "done" || event === "close") return;
        const body = parseJson(data, response.status);
        if (event === "error") throw errorFromProblem(body, null) ?? unreadable(response.status);
        yield body as AskonceEvent;
      }
    }
  } catch (error) {
    if (error instanceof TypeError) throw networkFailed(error);
    throw error;
  } finally {
    // Without it the connection stays open when the reader stops early.
    await reader.cancel().catch(() => undefined);
  }
}

export function networkFailed(cause: unknown): AskonceApiError {
  return new AskonceApiError("NETWORK_FAILED", { message: "The server cannot be reached", retryable: true, cause });
}

async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, idleTimeoutMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(networkFailed(new Error(`Nothing arrived for ${idleTimeoutMs} ms`))), idleTimeoutMs);
  });
  try {
    return await Promise.race([reader.read(), idle]);
  } finally {
    clearTimeout(timer);
  }
}

function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(status, { cause });
  }
}
