import { describe, expect, it } from "vitest";
import { listWorkspacePackages, type Manifest, type WorkspacePackage, workspaceDependencies } from "../../scripts/toolchain/workspace.ts";

const one = (name: string, manifest: Partial<Manifest> = {}): WorkspacePackage => ({
  name,
  folder: `/${name}`,
  path: name,
  manifest: { name, ...manifest },
});
const namesBefore = (which: string, all: WorkspacePackage[]) => {
  const found = all.find((other) => other.name === which);
  return found ? workspaceDependencies(found, all).map((other) => other.name) : null;
};

describe("the order of builds", () => {
  it("follows dependencies of every kind, and only within the workspace", () => {
    const all = [
      one("spec", { dependencies: { zod: "1.0.0" } }),
      one("client", { dependencies: { spec: "workspace:*" } }),
      one("panel"),
      one("desk", { devDependencies: { client: "workspace:*", panel: "workspace:*" }, peerDependencies: { spec: "workspace:*" } }),
    ];
    expect(namesBefore("spec", all)).toEqual([]);
    expect(namesBefore("desk", all)).toEqual(["spec", "client", "panel"]);
  });

  it("is not stopped by packages that test with each other", () => {
    const all = [
      one("core", { devDependencies: { sqlite: "workspace:*" } }),
      one("sqlite", { devDependencies: { core: "workspace:*", testkit: "workspace:*" } }),
      one("testkit"),
    ];
    expect(namesBefore("core", all)).toEqual([]);
    expect(namesBefore("sqlite", all)).toEqual(["testkit"]);
  });

  it("lets a needed dependency win over a tested one", () => {
    const all = [one("core", { devDependencies: { cli: "workspace:*" } }), one("cli", { dependencies: { core: "workspace:*" } })];
    expect(namesBefore("core", all)).toEqual([]);
    expect(namesBefore("cli", all)).toEqual(["core"]);
  });

  it("has no circle in this repository", () => {
    const all = listWorkspacePackages();
    const visit = (which: WorkspacePackage, above: string[]): void => {
      expect(above).not.toContain(which.name);
      for (const next of workspaceDependencies(which, all)) visit(next, [...above, which.name]);
    };
    for (const which of all) visit(which, []);
  });
});
