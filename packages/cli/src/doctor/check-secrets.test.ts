import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FilesV1 } from "@askonce/spec";
import { expect, test } from "vitest";
import { runCli, temporaryFolder } from "../__fixtures__/run-cli.ts";
import type { AskonceConfig } from "../config/config.ts";
import { en } from "../language/en.ts";
import { checkSecrets } from "./check-secrets.ts";

const long = "a-canary-of-at-least-thirty-two-characters";
const short = "canary-too-short";
const ownFiles = { specVersion: "v1", kind: "files" } as FilesV1;
const sendCode = async () => {};

function stateOf(config: AskonceConfig, id: string) {
  const found = checkSecrets(config, en).find((one) => one.id === id);
  if (found?.state === "ok" || found?.state === "skipped") return found.state;
  expect(found?.remedy).toContain("openssl");
  return found?.state;
}

test.each<[string, AskonceConfig, string, string]>([
  ["keys are long enough", { packets: { keys: [{ id: "2026-11", secret: long }] } }, "packets", "ok"],
  ["a key is short", { packets: { keys: [{ id: "2026-11", secret: short }] } }, "packets", "failed"],
  [
    "an older key is short",
    {
      packets: {
        keys: [
          { id: "b", secret: long },
          { id: "a", secret: short },
        ],
      },
    },
    "packets",
    "failed",
  ],
  ["a key is empty", { packets: { keys: [{ id: "2026-11", secret: undefined }] } }, "packets", "warning"],
  ["no packets are wanted", {}, "packets", "skipped"],
  ["tokens can be signed", { identity: { secrets: [undefined, long] } }, "identity", "ok"],
  ["a secret is short", { identity: { secrets: [short] } }, "identity", "failed"],
  ["nobody can sign in", { identity: { secrets: [""] } }, "identity", "warning"],
  ["codes without a secret", { identity: { secrets: [], sendCode } }, "identity", "failed"],
  ["photos have a place", { files: { secret: long } }, "files", "ok"],
  ["photos have an own place", { files: ownFiles }, "files", "ok"],
  ["links cannot be signed", { files: { secret: short } }, "files", "failed"],
  ["photos would be refused", { files: { secret: undefined } }, "files", "warning"],
])("%s", (_, config, id, state) => {
  expect(stateOf(config, id)).toBe(state);
  expect(JSON.stringify(checkSecrets(config, en))).not.toContain("canary");
});

test("the guard's mode is shown with the channels that differ", () => {
  const detailOf = (config: AskonceConfig) => checkSecrets(config, en).find((one) => one.id === "guard")?.detail;
  expect(detailOf({})).toBe("warn");
  expect(detailOf({ guard: { mode: "block", channels: { chat: "observe" } } })).toBe("block, chat: observe");
});

test("a short key fails the doctor before anything is opened, and is not shown", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".env"), `PACKET_SECRET=${short}\n`);
  writeFileSync(
    join(folder, "askonce.config.ts"),
    'export default { packets: { keys: [{ id: "2026-11", secret: process.env.PACKET_SECRET }] } };',
  );
  const { exitCode, stdout, stderr } = await runCli(["doctor"], { cwd: folder });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('packets.keys "2026-11" is shorter than 32 characters');
  expect(stdout + stderr).not.toContain(short);
  expect(readdirSync(folder)).not.toContain(".askonce");
});
