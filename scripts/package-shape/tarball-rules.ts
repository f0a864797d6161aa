import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { PackedPackage } from "../toolchain/pack-packages.ts";
import { runCommand } from "../toolchain/run-command.ts";
import { repositoryRoot } from "../toolchain/workspace.ts";

/** What nobody who installs a package needs, or may see. */
const unwanted = /(\.test\.tsx?|\.test-d\.ts|(^|\/)(__fixtures__|testing|node_modules)\/.*|(^|\/)\.env[^/]*|\.tsbuildinfo|\.db)$/;

/** What is wrong with a package as it would be published, one line each; empty when nothing is. */
export async function checkTarball(packed: PackedPackage): Promise<string[]> {
  const strangers = packed.files.filter((file) => unwanted.test(file)).map((file) => `${file} is published`);
  return [...strangers, ...(await checkWithPublint(packed)), ...(await checkTypes(packed))];
}

async function checkWithPublint(packed: PackedPackage): Promise<string[]> {
  const bytes = readFileSync(packed.tarball);
  const tarball = new Uint8Array(bytes).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

/** Are the types right for whoever imports an ES module? */
async function checkTypes(packed: PackedPackage): Promise<string[]> {
  const styles = Object.keys(packed.package.manifest.exports ?? {}).filter((subpath) => /\.(css|json)$/.test(subpath));
  const excluded = styles.length > 0 ? ["--exclude-entrypoints", ...styles.map((subpath) => subpath.slice(2))] : [];
  const result = await runCommand(["attw", packed.tarball, "--profile", "esm-only", "--format", "ascii", "--no-emoji", ...excluded], {
    cwd: repositoryRoot,
    env: { NO_COLOR: "1" },
  });
  return result.exitCode === 0 ? [] : [`attw: ${result.output.trim()}`];
}
