/** `node:sqlite` and TypeScript configurations are experimental in older Node versions; saying so on each start helps no one. */
export function hideExperimentalWarnings(): void {
  const printers = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    const isNoise = warning.name === "ExperimentalWarning" || ("code" in warning && warning.code === "MODULE_TYPELESS_PACKAGE_JSON");
    if (!isNoise) for (const print of printers) print(warning);
  });
}
