import type { QueryParameters } from "./parameters.ts";

export interface Page<Item> {
  items: Item[];
  headers: Record<string, string>;
}

export interface PageRequest {
  page: number;
  perPage: number;
  offset: number | null;
  /** The path of the list, for example `/wp-json/wc/v3/orders`. */
  path: string;
  baseUrl: string;
  query: QueryParameters;
  /** Parameters that WooCommerce adds to its own links (`status[0]=any`, and with rows also `dp` and `context`). */
  added: (hasRows: boolean) => [string, string | string[]][];
}

/**
 * Cuts one page out of a list. Past the last page both totals are 0, and the `Link` header repeats every parameter of the request, keys
 * and secrets in the query included: both as the real one does.
 */
export function cutPage<Item>(all: readonly Item[], request: PageRequest): Page<Item> {
  const start = request.offset ?? (request.page - 1) * request.perPage;
  const items = all.slice(start, start + request.perPage);
  const beyond = items.length === 0 && request.page > 1;
  const total = beyond ? 0 : all.length;
  const pages = beyond ? 0 : Math.ceil(all.length / request.perPage);
  const links: string[] = [];
  const link = (page: number, relation: string): void => {
    links.push(`<${request.baseUrl}${request.path}?${linkQuery(request, page, items.length > 0)}>; rel="${relation}"`);
  };
  if (request.page > 1) link(Math.min(request.page - 1, pages), "prev");
  if (request.page < pages) link(request.page + 1, "next");
  return {
    items,
    headers: {
      "x-wp-total": String(total),
      "x-wp-totalpages": String(pages),
      ...(links.length === 0 ? {} : { link: links.join(", ") }),
    },
  };
}

function linkQuery(request: PageRequest, page: number, hasRows: boolean): string {
  const parameters = new Map<string, string | string[]>(request.query.entries);
  // A page that was asked for keeps its place in the query; one that was not goes to the end.
  if (parameters.has("page")) parameters.set("page", String(page));
  for (const [name, value] of request.added(hasRows)) parameters.set(name, value);
  parameters.set("page", String(page));
  const pairs: string[] = [];
  for (const [name, value] of parameters) {
    if (Array.isArray(value)) value.forEach((each, index) => void pairs.push(`${name}%5B${index}%5D=${encode(each)}`));
    else pairs.push(`${name}=${encode(value)}`);
  }
  return pairs.join("&");
}

/** PHP's `urlencode`. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
