/** UUID version 7, RFC 9562 section 5.7: pg-boss keys its table by UUIDs, and those that grow keep its index dense and in order. */
export function createTimeOrderedUuid(now: () => number = Date.now): () => string {
  let lastTime = -1;
  let sequence = 0;
  return () => {
    const time = Math.max(now(), lastTime);
    sequence = time === lastTime ? sequence + 1 : 0;
    // Twelve bits count within the millisecond; the 4097th takes the next one.
    const carried = sequence > 0xfff ? time + 1 : time;
    if (carried !== time) sequence = 0;
    lastTime = carried;
    const random = crypto.randomUUID();
    const hex = carried.toString(16).padStart(12, "0");
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7${sequence.toString(16).padStart(3, "0")}${random.slice(18)}`;
  };
}
