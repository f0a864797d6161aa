import { expect, test } from "vitest";
import { checkConfig } from "./check-config.ts";

test.each<[unknown, string]>([
  [{ guard: "warn" }, "guard has to be an object"],
  [{ guard: { mode: "scold" } }, "guard.mode is one of observe, warn, block"],
  [{ guard: { channels: { chat: "off" } } }, "guard.channels.chat is one of"],
  [{ guard: { channels: ["chat"] } }, "guard.channels has to be an object"],
  [{ guard: { strict: true } }, "unknown key guard.strict"],
  [{ guard: { reader: "gpt" } }, "guard.reader"],
  [{ packets: { key: "x" } }, "packets.keys has to be a list"],
  [{ packets: { keys: [{ secret: "canary" }] } }, "packets.keys[0].id"],
  [{ packets: { keys: [{ id: "a" }, { id: "a", secret: "canary" }] } }, "packets.keys[1].id is taken"],
  [{ packets: { keys: [{ id: "a", secret: 7 }] } }, "packets.keys[0].secret"],
  [{ identity: { secrets: [], sendCode: "mail" } }, "identity.sendCode"],
  [{ files: {} }, "files has to have a secret"],
  [{ outreach: true }, "outreach has to be an object"],
  [{ claimDocument: "pdf" }, "claimDocument has to be a function"],
])("%j is refused by its key and not its value", (config, problem) => {
  expect(checkConfig(config)).toContain(problem);
  expect(checkConfig(config)).not.toContain("canary");
});

test("what is left to the environment may be missing", () => {
  const fromEnvironment = {
    identity: { secrets: [undefined] },
    guard: { mode: "block", channels: { chat: "observe" }, reader: async () => [] },
    packets: { keys: [{ id: "2026-11", secret: undefined }] },
    files: { secret: undefined },
    outreach: {},
    claimDocument: async () => new Uint8Array(),
  };
  expect(checkConfig(fromEnvironment)).toBeNull();
});
