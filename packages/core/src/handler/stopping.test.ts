import { sqlite } from "@askonce/sqlite";
import { describe, expect, it, vi } from "vitest";
import { systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { expectProblem } from "../testing/expect-problem.ts";
import { faultyStorage } from "../testing/faulty-storage.ts";
import { agentWithToken, type Instance, instance } from "../testing/instance.ts";

describe("stopping", () => {
  /** Holds the next ticket's creation until it is told to go on. */
  async function held({ askonce, call }: Instance) {
    const { token } = await agentWithToken(askonce);
    let arrived = () => {};
    const arriving = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let goOn = () => {};
    const going = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    askonce.before("ticket.create", () => {
      arrived();
      return going;
    });
    return { answer: call("POST", "/tickets", { token, body: { subject: "under way" } }), arriving, goOn: () => goOn(), token };
  }

  it("lets what is under way end, refuses what comes later, and ends once for all who ask", async () => {
    const made = instance();
    const { answer, arriving, goOn, token } = await held(made);
    await arriving;
    let ended = 0;
    const stops = [made.askonce.stop(), made.askonce.stop()].map((stop) => stop.then(() => ended++));
    const late = await made.call("GET", "/tickets", { token });
    expectProblem(late, 503, "STOPPED");
    expect(ended).toBe(0);
    goOn();
    expect((await answer).status).toBe(201);
    await Promise.all(stops);
    await made.askonce.stop();
    await expect(made.askonce.tickets.get("tkt_1", systemCaller)).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
    await expect(made.askonce.migrate()).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
    await expect(made.askonce.start()).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
  });

  it("lets a request read that has only just come in", async () => {
    const waiting: (() => void)[] = [];
    const agent = { externalId: "42", name: "Ana", email: null, role: "agent" } as const;
    let isHeld = false;
    const { askonce, call } = instance({
      authenticate: async () => {
        if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
        return agent;
      },
    });
    expect((await call("GET", "/tickets")).status).toBe(200);
    isHeld = true;
    const answer = call("GET", "/tickets");
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { interval: 2 });
    const stopping = askonce.stop();
    // Long enough for a storage that is closed too early to be closed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const goOn of waiting) goOn();
    expect((await answer).status).toBe(200);
    await stopping;
  });

  it("waits for what the library was asked to do, too", async () => {
    const made = instance();
    const resolvers: (() => void)[] = [];
    made.askonce.before("ticket.create", () => new Promise<void>((resolve) => resolvers.push(resolve)));
    const creating = made.askonce.tickets.create({ subject: "under way" }, systemCaller);
    await vi.waitFor(() => expect(resolvers).toHaveLength(1), { interval: 2 });
    const order: string[] = [];
    const stopping = made.askonce.stop().then(() => order.push("stopped"));
    await new Promise((resolve) => setImmediate(resolve));
    for (const goOn of resolvers) goOn();
    creating.then(() => order.push("created"));
    expect((await creating).number).toBe(1);
    await stopping;
    expect(order).toEqual(["created", "stopped"]);
  });

  it("ends a running worker, and an instance that was never used", async () => {
    const { askonce } = instance();
    await askonce.start();
    await askonce.stop();
    const opened: string[] = [];
    const unused = createAskonce({ storage: faultyStorage(sqlite(":memory:"), (statement) => opened.push(statement)) });
    await unused.stop();
    expect(opened).toEqual([]);
  });
});
