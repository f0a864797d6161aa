import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCourierWorld, createFakeSameday } from "@askonce/testkit/courier";
import { serveRequestHandler } from "@askonce/testkit/server";
import { expect, onTestFinished, test } from "vitest";
import { runCli, temporaryFolder } from "../__fixtures__/run-cli.ts";
import { createMovableClock } from "../simulation/movable-clock.ts";

interface Report {
  ok: boolean;
  checks: { group: string; id: string; state: string; detail: string; remedy: string | null }[];
}

const password = "canary-password-of-the-courier";

async function configured(carriers: string) {
  const courier = createFakeSameday({ world: createCourierWorld({ clock: createMovableClock() }), password });
  const server = await serveRequestHandler((request) => courier.handle(request));
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".env"), `SAMEDAY_USERNAME=${courier.username}\nSAMEDAY_PASSWORD=${password}\n`);
  writeFileSync(
    join(folder, "askonce.config.ts"),
    `export default {
      carriers: [${carriers.replaceAll("SERVER", JSON.stringify(server.url))}],
      delivery: {
        originCountry: "RO",
        services: [{ carrier: "sameday", originCountry: "RO", handlingDays: 1, transitDays: 1, cutOff: "16:00" }],
      },
    };`,
  );
  const result = await runCli(["doctor", "--json"], { cwd: folder });
  expect(result.stdout + result.stderr).not.toContain(password);
  return { ...result, report: JSON.parse(result.stdout) as Report };
}

const ofEnvironment = "username: process.env.SAMEDAY_USERNAME, password: process.env.SAMEDAY_PASSWORD";

test("a courier that answers is well", async () => {
  const { exitCode, report } = await configured(`{ adapter: "sameday", baseUrl: SERVER, ${ofEnvironment} }`);
  expect(exitCode).toBe(0);
  const states = report.checks.filter(({ group }) => group === "sameday").map(({ id, state }) => [id, state]);
  expect(states).toEqual(
    expect.arrayContaining([
      ["credentials", "ok"],
      ["changes", "ok"],
    ]),
  );
});

test("a wrong password fails the check with what to do", async () => {
  const { exitCode, report } = await configured(`{ adapter: "sameday", baseUrl: SERVER, username: "me", password: "canary-wrong" }`);
  expect(exitCode).toBe(1);
  const credentials = report.checks.find(({ group, id }) => group === "sameday" && id === "credentials");
  expect(credentials).toMatchObject({ state: "failed" });
  expect(credentials?.remedy).toBeTruthy();
  expect(JSON.stringify(report)).not.toContain("canary-wrong");
});

test("an adapter of another package is asked as it is; one that throws hides nothing", async () => {
  const own = (id: string, check: string) =>
    `{ specVersion: "v1", kind: "carrier", id: "${id}", displayName: "${id}", carrierNames: ["${id}"], timeZone: "Europe/Rome",
      track: async () => null, check: async () => { ${check} } }`;
  const fine = own("fine", 'return { ok: true, checks: [{ id: "seen", state: "ok", title: "t", detail: "d", remedy: null }] }');
  const { exitCode, report } = await configured(`${own("broken", 'throw new Error("canary-of-a-person")')}, ${fine}`);
  expect(exitCode).toBe(1);
  expect(report.checks.find(({ group }) => group === "fine")).toMatchObject({ id: "seen", state: "ok" });
  expect(report.checks.find(({ group }) => group === "broken")).toMatchObject({ id: "connection", state: "failed" });
  expect(JSON.stringify(report)).not.toContain("canary-of-a-person");
});

test("missing credentials are said by the name of the field", async () => {
  const { exitCode, report } = await configured(`{ adapter: "sameday", username: process.env.NONE }`);
  expect(exitCode).toBe(1);
  expect(JSON.stringify(report.checks)).toContain("username");
});

test.each([
  ['carriers: [{ adapter: "pigeon" }]', "carriers[0]"],
  ["carriers: {}", "carriers has to be a list"],
  ["delivery: { origin: 'RO' }", "unknown key delivery.origin"],
  ["delivery: { services: [{ handlingDays: 1 }] }", "delivery.services[0].originCountry"],
  ["delivery: { services: [{ originCountry: 'RO', handlingDays: 1, transitDays: '2', cutOff: '16:00' }] }", "transitDays"],
  ["delivery: { services: [{ originCountry: 'RO', handlingDays: 1, transitDays: 2, cutOff: '4 pm' }] }", "cutOff"],
])("%s is refused with its place", async (text, hint) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "askonce.config.ts"), `export default { ${text} };`);
  const { exitCode, stderr } = await runCli(["migrate"], { cwd: folder });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(hint);
});
