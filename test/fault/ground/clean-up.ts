/** What has to be ended whatever happens, last made first. */
export interface CleanUp {
  /** @returns what it was given, to be used in one line with the making */
  add<Made>(made: Made, end: (made: Made) => unknown): Made;
  run(): Promise<void>;
}

export function createCleanUp(): CleanUp {
  const ends: (() => unknown)[] = [];
  return {
    add(made, end) {
      ends.push(() => end(made));
      return made;
    },
    async run() {
      for (let end = ends.pop(); end; end = ends.pop()) await end();
    },
  };
}
