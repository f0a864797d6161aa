import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Example {
  /** `packages/core/README.md`, first block. */
  name: string;
  code: string;
}

/** Every TypeScript block of the READMEs. The guide's blocks are compared with `examples/storefront-adapter`, where they run. */
function readExamples(): Example[] {
  const files = [
    "README.md",
    "docs/guides/deliveries.md",
    "docs/guides/asked-once.md",
    "docs/guides/identity.md",
    "docs/guides/operate.md",
    "docs/guides/webhooks.md",
    ...globSync("packages/**/README.md", { cwd: root, exclude: (path) => /node_modules|dist/.test(String(path)) }),
  ];
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/^```tsx?\n([\s\S]*?)^```$/gm)].map((match, index) => ({
      name: `${file} ${index + 1}`,
      code: match[1] ?? "",
    })),
  );
}

/** An excerpt that builds on files of its reader's own cannot be compiled alone. */
const isComplete = ({ code }: Example) => !/from "\.{1,2}\//.test(code) && /^import /m.test(code);

describe("the examples in the READMEs", () => {
  it("compile as they stand", async () => {
    const examples = readExamples().filter(isComplete);
    expect(examples.length).toBeGreaterThanOrEqual(8);
    mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
    const folder = mkdtempSync(join(root, "node_modules/.cache/readme-examples-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const names = new Map(examples.map((example, index) => [`example-${index}.ts`, example.name]));
    // A block without exports would share its names with all others.
    for (const [index, { code }] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), `${code}\nexport {};\n`);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.base.json"),
        compilerOptions: {
          noEmit: true,
          allowImportingTsExtensions: true,
          customConditions: ["@askonce/source"],
          typeRoots: [join(root, "node_modules/@types")],
        },
        include: ["*.ts"],
      }),
    );
    const { stdout } = await promisify(execFile)(join(root, "node_modules/.bin/tsc"), ["-p", folder, "--pretty", "false"]).catch(
      (error: { stdout: string }) => error,
    );
    const problems = stdout
      .split("\n")
      .filter((line) => line.includes("error TS"))
      .map((line) => line.replace(/^.*?(example-\d+\.ts)/, (_, file: string) => names.get(file) ?? file));
    expect(problems).toEqual([]);
  });
});
