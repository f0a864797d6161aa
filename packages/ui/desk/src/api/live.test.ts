import type { AskonceClient } from "@askonce/client";
import type { AskonceEvent } from "@askonce/spec";
import { expect, it, vi } from "vitest";
import { createLive } from "./live.ts";

function clientOf(...events: number[][]): Pick<AskonceClient, "events"> {
  const turns = [...events];
  return {
    events: {
      stream: async (_, options) => {
        const turn = turns.shift();
        return (async function* () {
          for (const sequence of turn ?? []) yield { sequence } as AskonceEvent;
          if (turn === undefined)
            await new Promise((_, reject) => options?.signal?.addEventListener("abort", () => reject(options.signal?.reason)));
        })();
      },
    },
  };
}

it("gives every listener every event, even when one of them throws", async () => {
  vi.stubGlobal("reportError", vi.fn());
  const live = createLive(clientOf([1, 2]));
  const seen: (number | null)[] = [];
  live.subscribe(() => {
    throw new Error("a component broke");
  });
  live.subscribe((event) => void seen.push(event?.sequence ?? null));
  const stop = live.start();
  await vi.waitFor(() => expect(seen).toEqual([1, 2]));
  expect(live.state().state).toBe("waiting");
  stop();
  vi.unstubAllGlobals();
});

it("tells its listeners to read again when the line came back without knowing where it was", async () => {
  const live = createLive(clientOf([]));
  const seen: unknown[] = [];
  live.subscribe((event) => void seen.push(event));
  const stop = live.start();
  await vi.waitFor(() => expect(seen).toEqual([null]), { timeout: 3000 });
  stop();
});
