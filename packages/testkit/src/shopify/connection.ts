import type { ExecutionContext } from "./context.ts";
import { badRequest } from "./graphql-error.ts";

/** The arguments every connection takes. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

/** A page of a list in the Admin API's shape. */
export interface Connection<Node> {
  nodes: Node[];
  edges: () => { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** How a list is ordered: by a key, then by id. Cursors carry both, so that they survive deletions. */
export interface Ordering<Node> {
  key: (node: Node) => string | number;
  id: (node: Node) => string;
}

const largestPage = 250;

/** Orders a list and cuts the asked page out of it. */
export function connect<Node>(
  list: readonly Node[],
  ordering: Ordering<Node>,
  page: PageArguments,
  context: Pick<ExecutionContext, "unpaged">,
): Connection<Node> {
  const direction = page.reverse === true ? -1 : 1;
  const placed = list.map((node): Placed<Node> => ({ node, at: [ordering.key(node), ordering.id(node)] }));
  placed.sort((left, right) => direction * compare(left.at, right.at));
  return cut(placed, direction, page, context);
}

/** Cuts a page out of a list that keeps the order it has, such as line items. */
export function connectInOrder<Node>(
  list: readonly Node[],
  id: (node: Node) => string,
  page: PageArguments,
  context: Pick<ExecutionContext, "unpaged">,
): Connection<Node> {
  const places = new Map(list.map((node, index) => [id(node), index]));
  return connect(list, { key: (node) => places.get(id(node)) ?? 0, id }, page, context);
}

/** A node with what decides its place, read once. */
interface Placed<Node> {
  node: Node;
  at: Position;
}

function cut<Node>(
  sorted: readonly Placed<Node>[],
  direction: number,
  page: PageArguments,
  context: Pick<ExecutionContext, "unpaged">,
): Connection<Node> {
  const size = pageSize(page, context);
  const after = page.after == null ? null : decodeCursor(page.after);
  const before = page.before == null ? null : decodeCursor(page.before);
  const isAfter = (placed: Placed<Node>): boolean => after === null || direction * compare(placed.at, after) > 0;
  const isBefore = (placed: Placed<Node>): boolean => before === null || direction * compare(placed.at, before) < 0;
  let start = after === null ? 0 : sorted.findIndex(isAfter);
  if (start === -1) start = sorted.length;
  let end = before === null ? sorted.length : sorted.findLastIndex(isBefore) + 1;
  if (size.last !== null) start = Math.max(start, end - size.last);
  else if (size.first !== null) end = Math.min(end, start + size.first);

  const chosen = sorted.slice(start, Math.max(start, end));
  const [first, last] = [chosen[0], chosen.at(-1)];
  return {
    nodes: chosen.map(({ node }) => node),
    edges: () => chosen.map(({ node, at }) => ({ cursor: encodeCursor(at), node })),
    pageInfo: {
      hasNextPage: end < sorted.length,
      hasPreviousPage: start > 0,
      startCursor: first === undefined ? null : encodeCursor(first.at),
      endCursor: last === undefined ? null : encodeCursor(last.at),
    },
  };
}

function pageSize(page: PageArguments, context: Pick<ExecutionContext, "unpaged">): { first: number | null; last: number | null } {
  if (context.unpaged) return { first: null, last: null };
  const first = page.first ?? null;
  const last = page.last ?? null;
  if (first === null && last === null) throw badRequest("you must provide one of first or last");
  if (first !== null && last !== null) throw badRequest("providing both first and last is not supported");
  const size = first ?? last ?? 0;
  if (size < 1 || size > largestPage) throw badRequest(`first and last must be between 1 and ${largestPage}, got ${size}`);
  return { first, last };
}

type Position = readonly [key: string | number, id: string];

function compare(left: Position, right: Position): number {
  if (left[0] !== right[0]) return left[0] < right[0] ? -1 : 1;
  // Ids are digits, so the longer one is the greater one.
  if (left[1].length !== right[1].length) return left[1].length - right[1].length;
  return left[1] < right[1] ? -1 : left[1] > right[1] ? 1 : 0;
}

function encodeCursor([key, id]: Position): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: key })).toString("base64");
}

function decodeCursor(cursor: string): Position {
  try {
    const parsed = JSON.parse(Buffer.from(cursor, "base64").toString("utf8")) as { last_id: unknown; last_value: unknown };
    if (typeof parsed.last_id === "string" && (typeof parsed.last_value === "string" || typeof parsed.last_value === "number")) {
      return [parsed.last_value, parsed.last_id];
    }
  } catch {
    // Falls through to the one error for every unreadable cursor.
  }
  throw badRequest("Invalid cursor for current pagination sort.");
}
