import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, type Instance, instance, origin } from "../testing/instance.ts";

interface Line {
  id: number;
  type: string;
}

/** Opens the stream and reads it as a client would. */
async function listen({ askonce }: Instance, token: string, lastEventId?: string) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const response = await askonce.handler(
    new Request(`${origin}/api/v1/events`, {
      signal: leaving.signal,
      headers: { authorization: `Bearer ${token}`, ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }) },
    }),
  );
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  return {
    response,
    leave: () => leaving.abort(),
    /** Reads until `count` events came or the stream ended. */
    async read(count: number): Promise<Line[]> {
      const lines: Line[] = [];
      while (lines.length < count) {
        const blocks = rest.split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          const id = /^id: ?(.*)$/m.exec(block)?.[1];
          const data = /^data: ?(.*)$/m.exec(block)?.[1];
          const name = /^event: ?(.*)$/m.exec(block)?.[1];
          if (name === "error") throw new Error(block);
          if (id !== undefined && data !== undefined) lines.push({ id: Number(id), type: JSON.parse(data).type });
        }
        if (lines.length >= count) break;
        const next = await reader?.read();
        if (!next || next.done) break;
        rest += decoder.decode(next.value, { stream: true });
      }
      return lines;
    },
  };
}

describe("the stream of events", () => {
  it("begins with what happens next, and is awake at once", async () => {
    const made = instance();
    const { token } = await agentWithToken(made.askonce);
    await made.askonce.tickets.create({ subject: "before" }, systemCaller);
    const stream = await listen(made, token);
    expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
    const started = performance.now();
    const reading = stream.read(1);
    await made.askonce.tickets.create({ subject: "after" }, systemCaller);
    expect((await reading).map((line) => line.type)).toEqual(["ticket.created"]);
    expect(performance.now() - started, "woken, not polled every two seconds").toBeLessThan(1500);
  });

  it("goes on after Last-Event-ID without a gap or a repetition, wherever it was cut", async () => {
    const made = instance();
    const { token } = await agentWithToken(made.askonce);
    for (let index = 0; index < 30; index++) await made.askonce.tickets.create({ subject: `T${index}` }, systemCaller);
    const total = made.events.length;
    const seen: number[] = [];
    for (const part of [1, 7, 2, 13, total]) {
      const stream = await listen(made, token, String(seen.at(-1) ?? 0));
      seen.push(...(await stream.read(Math.min(part, total - seen.length))).map((line) => line.id));
      stream.leave();
      if (seen.length === total) break;
    }
    expect(seen).toEqual(made.events.map((event) => event.sequence));
  });

  it("loses nothing that is written while it is opened", async () => {
    const made = instance();
    const { token } = await agentWithToken(made.askonce);
    const last = String(made.events.at(-1)?.sequence);
    const opening = listen(made, token, last);
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, index) => made.askonce.tickets.create({ subject: `T${index}` }, systemCaller)),
    );
    const stream = await opening;
    const lines = await stream.read(20);
    await writing;
    expect(lines.map((line) => line.id)).toEqual(made.events.slice(-20).map((event) => event.sequence));
  });

  it.each(["abc", "-1", "1.5", "1e3", "0x10", " ", "99999999999999999999", "1; drop"])(
    "refuses Last-Event-ID %j before it begins",
    async (lastEventId) => {
      const { askonce, call } = instance();
      const { token } = await agentWithToken(askonce);
      const answer = await call("GET", "/events", { token, headers: { "last-event-id": lastEventId } });
      // A blank header is an absent one, as the fetch standard strips it.
      if (lastEventId === " ") return expect([200, 400]).toContain(answer.status);
      expect([answer.status, answer.body.code, answer.headers.get("content-type")]).toEqual([
        400,
        "VALIDATION_FAILED",
        "application/problem+json",
      ]);
    },
  );

  it("ends when the client leaves", async () => {
    const made = instance();
    const { token } = await agentWithToken(made.askonce);
    const stream = await listen(made, token);
    const reading = stream.read(1).catch(() => []);
    stream.leave();
    expect(await reading).toEqual([]);
  });

  it("ends without an error when the instance stops", async () => {
    const made = instance();
    const { token } = await agentWithToken(made.askonce);
    const streams = await Promise.all([1, 2, 3].map(() => listen(made, token)));
    const readings = streams.map((stream) => stream.read(1));
    await made.askonce.stop();
    expect(await Promise.all(readings)).toEqual([[], [], []]);
  });

  it("ends when its token is revoked, before the next event", async () => {
    const made = instance();
    const { id, token } = await agentWithToken(made.askonce);
    const stream = await listen(made, token);
    const reading = stream.read(1);
    const [listed] = await made.askonce.agents.tokens(id, systemCaller);
    await made.askonce.agents.revokeToken(id, listed?.id ?? "", systemCaller);
    await made.askonce.tickets.create({ subject: "secret" }, systemCaller);
    expect(await reading).toEqual([]);
  });
});
