import type { DeliveryException, DeliveryLeg, DeliveryStatus } from "@askonce/spec";

/**
 * How a row came to be known. `D`: the vendor's documentation; `S`: source or types of the vendor's own package; `P`: a real answer that
 * somebody published; `C2`: two independent community tables agree; `C`: one community source; `K`: general knowledge. `D`, `S` and `P` are
 * proof; `C2`, `C` and `K` are not.
 */
export type StatusEvidence = "D" | "S" | "P" | "C" | "C2" | "K";

/** What one of a vendor's codes means, with its proof. */
export interface StatusRow<Space extends string = string> {
  /** The id space of the code. A vendor that numbers two things with the same numbers has two. */
  space: Space;
  /** As the vendor writes it; compared exactly, but for the blanks around it. */
  code: string;
  status: DeliveryStatus;
  /** Default none. */
  exceptions?: readonly DeliveryException[];
  /** Default `forward`. */
  leg?: DeliveryLeg;
  evidence: StatusEvidence;
  /** The vendor's own words for it. */
  label?: string;
  note?: string;
}

/** What a code or a text says, in our words. */
export interface StatusReading {
  status: DeliveryStatus;
  exceptions: DeliveryException[];
  leg: DeliveryLeg;
}

export interface StatusTable<Space extends string> {
  /** `null` when the table does not hold the code: the status stays what it was, and the code is kept as the vendor wrote it. */
  read(space: Space, code: string | number): StatusReading | null;
  readonly rows: readonly StatusRow<Space>[];
}

/**
 * A vendor's codes as a table. Rows are data in the adapter's own package.
 *
 * @throws TypeError when a code stands twice in one space: the second row would never be read
 */
export function createStatusTable<Space extends string>(rows: readonly StatusRow<Space>[]): StatusTable<Space> {
  const bySpace = new Map<string, Map<string, StatusRow<Space>>>();
  for (const row of rows) {
    const codes = bySpace.get(row.space) ?? new Map<string, StatusRow<Space>>();
    if (codes.has(row.code)) throw new TypeError(`Two rows for ${row.space}:${row.code}`);
    bySpace.set(row.space, codes.set(row.code, row));
  }
  return {
    rows,
    read(space, code) {
      const row = bySpace.get(space)?.get(String(code).trim());
      return row ? { status: row.status, exceptions: [...(row.exceptions ?? [])], leg: row.leg ?? "forward" } : null;
    },
  };
}

/**
 * A code that the table does not hold, for `unknownCodes`. Diagnostics must hold no personal data, so what does not look like a code is not
 * repeated.
 */
export function unknownCode(space: string, code: string): string {
  return `${space}:${/^[\w-]{1,60}$/.test(code) ? code : "(no code)"}`;
}
