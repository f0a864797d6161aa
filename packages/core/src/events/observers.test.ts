import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { instance, linesLogger } from "../testing/instance.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Another library's promise: it can be awaited, and is no `Promise`. */
function foreignPromise(error: Error): Promise<void> {
  const promise = {};
  Reflect.set(promise, "then", (_: unknown, reject: (error: Error) => void) => reject(error));
  return promise as Promise<void>;
}

describe("observers", () => {
  it("hear of committed changes only, in order, by type or of all", async () => {
    const { askonce } = instance();
    const all: string[] = [];
    const created: number[] = [];
    askonce.on("*", (event) => void all.push(event.type));
    const stop = askonce.on("ticket.created", (event) => void created.push(event.data.number));
    const undo = askonce.before("ticket.create", ({ subject }) => {
      if (subject === "refused") throw new Error("no");
    });
    await askonce.tickets.create({ subject: "one", message: { text: "hi" } }, systemCaller);
    await expect(askonce.tickets.create({ subject: "refused" }, systemCaller)).rejects.toThrow();
    undo();
    await askonce.tickets.create({ subject: "refused" }, systemCaller);
    stop();
    await askonce.tickets.create({ subject: "three" }, systemCaller);
    expect(created).toEqual([1, 2]);
    expect(all).toEqual(["ticket.created", "message.created", "ticket.created", "ticket.created"]);
  });

  it("that throw or reject harm neither the change nor each other", async () => {
    const logger = linesLogger();
    const { askonce } = instance({ logger });
    const heard: string[] = [];
    const problems: string[] = [];
    askonce.on("ticket.created", () => {
      throw new Error("canary one");
    });
    askonce.on("ticket.created", async () => {
      throw new Error("canary two");
    });
    askonce.on("ticket.created", () => foreignPromise(new Error("canary three")));
    askonce.on("ticket.created", () => void heard.push("later one"));
    askonce.on("*", () => void heard.push("all"));
    await askonce.tickets.create({ subject: "without listeners for errors" }, systemCaller);
    await turn();
    expect(heard).toEqual(["later one", "all"]);
    expect(logger.lines).toHaveLength(3);
    expect(logger.lines.join()).not.toContain("canary");

    const stop = askonce.onError((error, event) => void problems.push(`${(error as Error).message} at ${event.type}`));
    askonce.onError(() => {
      throw new Error("canary four");
    });
    await askonce.tickets.create({ subject: "with" }, systemCaller);
    await turn();
    expect(problems.sort()).toEqual(["canary one at ticket.created", "canary three at ticket.created", "canary two at ticket.created"]);
    stop();
    await askonce.tickets.create({ subject: "again" }, systemCaller);
    await turn();
    expect(problems).toHaveLength(3);
  });
});
