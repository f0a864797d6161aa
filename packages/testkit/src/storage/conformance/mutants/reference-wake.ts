import type { StorageBreaks } from "./reference-storage.ts";

/** Wake-ups within one process, many as one. */
export function createReferenceWake(breaks: NonNullable<StorageBreaks["wake"]>) {
  const listeners = new Set<{ channel: string; onWake: () => void }>();
  const due = new Set<string>();
  let isDeaf = breaks.deaf === true;
  let isSending = false;
  const wake = (channel: string) => {
    for (const each of listeners) if (!isDeaf && (breaks.everyChannel || each.channel === channel)) each.onWake();
  };
  return {
    async notify(channel: string): Promise<void> {
      if (breaks.everyOne) return wake(channel);
      due.add(channel);
      if (isSending) return;
      isSending = true;
      setTimeout(() => {
        isSending = false;
        for (const each of due) wake(each);
        due.clear();
      }, 5);
    },
    async listen(channel: string, onWake: () => void): Promise<() => Promise<void>> {
      const listener = { channel, onWake };
      listeners.add(listener);
      return async () => {
        if (!breaks.neverStops) listeners.delete(listener);
      };
    },
    cut(): void {
      if (breaks.deafAfterCut) isDeaf = true;
    },
  };
}
