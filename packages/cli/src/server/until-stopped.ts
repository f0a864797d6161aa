/** A package runner and the terminal may each send the same Ctrl+C; only one that comes later is a second wish. */
const sameWishMs = 1000;

/** Resolves with the first Ctrl+C or end request; one more, a second later, ends the process at once. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    const stop = (signal: NodeJS.Signals) => {
      if (firstAt !== null && performance.now() - firstAt > sameWishMs) process.exit(130);
      firstAt ??= performance.now();
      resolve(signal);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
