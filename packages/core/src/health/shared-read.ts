/** A read that many may ask for at once and that is done once. */
export interface SharedRead<Value> {
  /** @param keptMs how old an answer may be. Default 0: it was asked for after this call, or is under way */
  read(keptMs?: number): Promise<Value>;
}

export interface SharedReadOptions {
  /** A read that has been under way for longer is not waited for by those who come later: its connection may be dead. */
  tooLongMs: number;
  /** So many that are under way for too long are enough: each may hold a connection. */
  most: number;
  now: () => number;
}

export function createSharedRead<Value>(read: () => Promise<Value>, { tooLongMs, most, now }: SharedReadOptions): SharedRead<Value> {
  let latest: { answer: Promise<Value>; startedAt: number; isOver: boolean } | null = null;
  let kept: { value: Value; at: number } | null = null;
  let running = 0;
  const begin = () => {
    const startedAt = now();
    running++;
    const answer = read();
    const flight = { answer, startedAt, isOver: false };
    const over = () => {
      running--;
      flight.isOver = true;
    };
    answer.then((value) => {
      over();
      if (kept === null || kept.at <= startedAt) kept = { value, at: startedAt };
    }, over);
    latest = flight;
    return answer;
  };
  return {
    async read(keptMs = 0) {
      if (kept !== null && now() - kept.at < keptMs) return kept.value;
      const isUsable = latest !== null && !latest.isOver && (now() - latest.startedAt < tooLongMs || running >= most);
      return latest !== null && isUsable ? latest.answer : begin();
    },
  };
}
