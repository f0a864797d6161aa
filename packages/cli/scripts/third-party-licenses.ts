import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Writes the licences of what is bundled beside the bundle, as those licences ask. */
export function thirdPartyLicenses(file: string): Plugin {
  return {
    name: "third-party-licenses",
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd((result) => {
        const folders = new Set(Object.keys(result.metafile?.inputs ?? {}).flatMap((input) => packageFolder(resolve(input)) ?? []));
        const texts = [...folders].map(describePackage).sort();
        if (texts.length === 0) return;
        // The bundle itself is written after this; in a fresh clone its folder is not there yet.
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, texts.join(`\n${"-".repeat(80)}\n\n`));
      });
    },
  };
}

/** The folder of the installed package that a file belongs to; the workspace's own packages are not below `node_modules`. */
function packageFolder(input: string): string | null {
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(input)?.[1] ?? null;
}

function describePackage(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const licenseFile = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text =
    licenseFile !== undefined && existsSync(join(folder, licenseFile))
      ? readFileSync(join(folder, licenseFile), "utf8").trim()
      : `License: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}
