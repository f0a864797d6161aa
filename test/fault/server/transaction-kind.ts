/** What a transaction does, told from its statements: the only thing about the core's inside that a kill point has to know. */
export function transactionKind(statements: readonly string[]): "receive" | "command" | "apply" | null {
  if (statements.some((statement) => writesTo(statement, "insert into", "inbox"))) return "receive";
  if (statements.some((statement) => writesTo(statement, "insert into", "messages"))) return "command";
  if (statements.some(settlesInbox)) return "apply";
  return null;
}

export function settlesInbox(statement: string): boolean {
  return writesTo(statement, "update", "inbox");
}

export function writesOrder(statement: string): boolean {
  return writesTo(statement, "insert into", "orders") || writesTo(statement, "update", "orders");
}

function writesTo(statement: string, verb: string, table: string): boolean {
  const start = statement.slice(0, 60).toLowerCase().replaceAll('"', "").trimStart();
  return start.startsWith(`${verb} ${table} `);
}
