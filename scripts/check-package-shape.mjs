// Checks every public package as it would be published: its package.json, what is in the tarball, and the types (publint, attw).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkManifest } from "./package-shape/manifest-rules.ts";
import { checkTarball } from "./package-shape/tarball-rules.ts";
import { buildPackages } from "./toolchain/build-packages.ts";
import { packPackages } from "./toolchain/pack-packages.ts";

const builds = await buildPackages({ log: (line) => console.log(line) });
const broken = builds.filter((build) => build.state === "failed" || build.state === "blocked");
for (const build of broken) console.error(`${build.package.name}: ${build.state}\n${build.output.trimEnd()}\n`);

const folder = mkdtempSync(join(tmpdir(), "askonce-shape-"));
let wrong = broken.length;
try {
  for (const packed of await packPackages(folder)) {
    const isBuilt = !broken.some((build) => build.package.name === packed.package.name);
    const messages = [...checkManifest(packed.package), ...(isBuilt ? await checkTarball(packed) : [])];
    wrong += messages.length;
    console.log(`${messages.length === 0 ? "ok    " : "WRONG "} ${packed.package.name}, ${packed.files.length} files`);
    for (const message of messages) console.log(`       ${message.replaceAll("\n", "\n       ")}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong > 0 ? 1 : 0;
