import type { NextConfig } from "next";

const config: NextConfig = {
  // Loaded by Node itself rather than bundled: the packages are plain ESM and one of them opens node:sqlite.
  serverExternalPackages: ["@askonce/core", "@askonce/sqlite"],
  typescript: { ignoreBuildErrors: false },
};

export default config;
