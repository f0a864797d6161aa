/** The requests that may be under way at a time. */
export interface Slots {
  /**
   * Waits for a slot, first come, first served, with two exceptions. Endpoints that fail get at most half of all, because each of their requests
   * may take until its time-out. And an endpoint's second request leaves half of all free for those that have none under way.
   *
   * @returns how to give it back
   */
  take(endpointId: string, isFailing: boolean): Promise<() => void>;
}

interface Waiting {
  endpointId: string;
  isFailing: boolean;
  begin: () => void;
}

export function createSlots(count: number): Slots {
  const half = Math.max(1, Math.floor(count / 2));
  const taken = new Map<string, number>();
  const waiting: Waiting[] = [];
  let total = 0;
  let failing = 0;

  const mayBegin = ({ endpointId, isFailing }: Waiting) =>
    total < count && !(isFailing && failing >= half) && !(taken.has(endpointId) && total >= half);
  const beginAll = () => {
    for (let index = waiting.findIndex(mayBegin); index >= 0; index = waiting.findIndex(mayBegin)) waiting.splice(index, 1)[0]?.begin();
  };
  const account = (endpointId: string, isFailing: boolean, change: 1 | -1) => {
    total += change;
    if (isFailing) failing += change;
    const left = (taken.get(endpointId) ?? 0) + change;
    if (left > 0) taken.set(endpointId, left);
    else taken.delete(endpointId);
  };

  return {
    take(endpointId, isFailing) {
      return new Promise((resolve) => {
        const begin = () => {
          account(endpointId, isFailing, 1);
          let isHeld = true;
          resolve(() => {
            if (!isHeld) return;
            isHeld = false;
            account(endpointId, isFailing, -1);
            beginAll();
          });
        };
        waiting.push({ endpointId, isFailing, begin });
        beginAll();
      });
    },
  };
}
