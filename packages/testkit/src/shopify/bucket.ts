/** The size of the leaky bucket of query cost one app has on one shop. */
export interface BucketSize {
  /** Points the bucket holds; Shopify Standard 2,000. */
  maximumAvailable: number;
  /** Points that come back per second; Shopify Standard 100. */
  restoreRate: number;
}

export interface ThrottleStatus extends BucketSize {
  currentlyAvailable: number;
}

/** A leaky bucket on an injected clock. */
export interface Bucket {
  /** Takes the points if they are there. */
  take(points: number): boolean;
  /** Gives points back that were reserved and not used. */
  giveBack(points: number): void;
  status(): ThrottleStatus;
}

export function createBucket(size: BucketSize, now: () => number): Bucket {
  let available = size.maximumAvailable;
  let at = now();
  const restore = (): void => {
    const time = now();
    available = Math.min(size.maximumAvailable, available + (Math.max(0, time - at) / 1_000) * size.restoreRate);
    at = time;
  };
  return {
    take(points) {
      restore();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(points) {
      available = Math.min(size.maximumAvailable, available + points);
    },
    status() {
      restore();
      return { ...size, currentlyAvailable: Math.floor(available) };
    },
  };
}
