/** Gives a name to a statement that comes again, under which each connection keeps it prepared. */
export interface StatementNames {
  nameOf(text: string): string | undefined;
  /** What was prepared under its name is of no use any more. */
  forget(text: string): void;
}

/** A statement is named with its third use: those with a list of values of changing length would only fill the connections' memory. */
const usesBeforeName = 2;
const mostNames = 200;
const mostCounted = 2000;

export function createStatementNames(): StatementNames {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  let given = 0;
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= mostNames || !/^\s*(select|insert|update|delete|with)\b/i.test(text)) return undefined;
      const count = (uses.get(text) ?? 0) + 1;
      if (count > usesBeforeName) {
        uses.delete(text);
        const name = `askonce_${given++}`;
        names.set(text, name);
        return name;
      }
      // Forgetting all of them now and then is enough: what repeats is soon counted again.
      if (uses.size >= mostCounted) uses.clear();
      uses.set(text, count);
      return undefined;
    },
    forget(text) {
      names.delete(text);
    },
  };
}
