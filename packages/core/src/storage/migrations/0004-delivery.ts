import { incidentsStatements } from "../../incidents/incidents.schema.ts";
import { outreachStatements } from "../../outreach/outreach.schema.ts";
import { parcelsStatements } from "../../parcels/parcels.schema.ts";
import { problemsStatements } from "../../problems/problems.schema.ts";
import { promisesStatements } from "../../promises/promises.schema.ts";
import type { Migration } from "./migration.ts";

/** What couriers say, promises, incidents, reports of problems, and what customers were told. Only added to. */
export const delivery: Migration = {
  version: 4,
  name: "delivery",
  worksWith: 1,
  statements: [...parcelsStatements, ...promisesStatements, ...incidentsStatements, ...problemsStatements, ...outreachStatements],
};
