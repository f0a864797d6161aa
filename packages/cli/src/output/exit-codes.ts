/** What the exit codes mean, in every command. */
export const exitCodes = {
  done: 0,
  /** Not found, a check failed, or something went wrong here. */
  failed: 1,
  /** The command line or the configuration has to be changed first. */
  usage: 2,
  /** The shop's own system refused, failed or could not be reached. */
  storefront: 3,
  /** Stopped by Ctrl+C. */
  interrupted: 130,
} as const;
