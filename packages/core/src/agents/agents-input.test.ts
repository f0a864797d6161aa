import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { instance } from "../testing/instance.ts";

describe("what a library call says about an agent", () => {
  it("is held to what the contract says", async () => {
    const { askonce, events } = instance();
    const { agents } = askonce;
    const olga = await agents.create({ name: "Olga", role: "owner" }, systemCaller);
    const before = events.length;
    const refused = [
      agents.create({ name: "Boris", role: "boss" as "owner" }, systemCaller),
      agents.create({ name: "  ", role: "agent" }, systemCaller),
      agents.update(olga.id, { name: "" }, systemCaller),
      agents.update(olga.id, { role: "boss" as "owner" }, systemCaller),
    ];
    for (const attempt of refused) await expect(attempt).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
    expect((await agents.list(systemCaller)).map(({ name }) => name)).toEqual(["Olga"]);
    await agents.update(olga.id, { name: " Olga ", role: "owner", active: true }, systemCaller);
    expect(events.length, "what already holds is no change").toBe(before);
  });

  it("is refused by a rejection and never by an exception that a catch would miss", async () => {
    const { askonce } = instance();
    const agent = { kind: "agent", agentId: "agt_x", name: "A", role: "agent" } as const;
    await expect(askonce.agents.create({ name: "B", role: "agent" }, agent).catch((error) => error.code)).resolves.toBe("FORBIDDEN");
    await expect(askonce.agents.update("agt_y", { name: "B" }, agent).catch((error) => error.code)).resolves.toBe("FORBIDDEN");
  });
});
