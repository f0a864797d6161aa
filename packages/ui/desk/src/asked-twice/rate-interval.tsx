/** A rate as a point on its interval, on a line from nothing to everything. The numbers stand beside it. */
export function RateInterval({ rate, low, high }: { rate: number; low: number; high: number }) {
  return (
    <svg className="rate-interval" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" y1="5" x2="100" y2="5" />
      <rect x={low * 100} y="3" width={Math.max(1, (high - low) * 100)} height="4" />
      <rect className="here" x={Math.min(98.5, rate * 100)} y="0" width="1.5" height="10" />
    </svg>
  );
}
