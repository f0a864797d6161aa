/**
 * One step of the schema. The statements of a step run in one transaction together with the record that it was applied, so that a process
 * killed at any of them leaves the schema as it was. `{blob}` and `{bigint}` stand for the flavor's own type names.
 */
export interface Migration {
  version: number;
  name: string;
  statements: readonly string[];
}
