/** What came of a promise within a time. */
export type InTime<Value> = { state: "answered"; value: Value } | { state: "failed"; error: unknown } | { state: "late" };

/** Waits no longer than `limitMs`, in real time: whoever asks how things are cannot wait for a connection that is dead. Never rejects. */
export function withinTime<Value>(work: Promise<Value>, limitMs: number): Promise<InTime<Value>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ state: "late" }), limitMs);
    work
      .then(
        (value) => resolve({ state: "answered", value }),
        (error: unknown) => resolve({ state: "failed", error }),
      )
      .finally(() => clearTimeout(timer));
  });
}
