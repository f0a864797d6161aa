import { contract } from "@askonce/spec/contract";

interface Template {
  template: string;
  pattern: RegExp;
}

/**
 * The template of a path, for example `/tickets/{ticketId}`; `null` for a path that nobody answers. Only templates become attributes: there
 * are few of them, and no id in them.
 *
 * @param path below the API's prefix
 */
export function routeTemplate(path: string): string | null {
  templates ??= [
    ...Object.values(contract).flatMap((group) => Object.values(group).map((procedure) => procedure["~orpc"].route.path ?? "")),
    "/openapi.json",
  ]
    // What is written out comes before what stands for anything: `/tickets/counts` is no ticket.
    .sort((one, other) => countOf(one) - countOf(other))
    .map((template) => ({ template, pattern: toPattern(template) }));
  if (/^\/webhooks\/[a-z0-9-]{1,60}$/.test(path)) return "/webhooks/{adapterId}";
  return templates.find(({ pattern }) => pattern.test(path))?.template ?? null;
}

let templates: Template[] | null = null;

function countOf(template: string): number {
  return template.split("{").length;
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}/?$`);
}
