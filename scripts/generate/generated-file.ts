/** A file of the repository that a script keeps up to date. */
export interface GeneratedFile {
  /** Below the root, with slashes. */
  path: string;
  content: string;
}
