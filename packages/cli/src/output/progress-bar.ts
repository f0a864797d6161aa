const width = 24;

/** `[########----------------]`; without a total it only says that something moves. */
export function progressBar({ done, total }: { done: number; total: number | null }): string {
  const share = total === null || total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.round(share * width);
  return `[${"#".repeat(filled)}${"-".repeat(width - filled)}]`;
}
