/**
 * One step of the schema. The statements of a step run in one transaction together with the record that it was applied, so that a process
 * killed at any of them leaves the schema as it was. `{text}`, `{blob}` and `{bigint}` stand for the flavor's own type names.
 */
export interface Migration {
  version: number;
  name: string;
  /**
   * The oldest version of the schema whose code works on this one. While a new version is rolled out, processes of the old one go on: a step
   * that only adds keeps the number of the step before it, one that takes away names its own.
   */
  worksWith: number;
  statements: readonly string[];
  /** What only one flavor needs, after the others: its own kinds of indexes. */
  only?: Readonly<Record<"sqlite" | "postgres", readonly string[]>>;
}
