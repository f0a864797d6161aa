import { describe, expect, it } from "vitest";
import { lintMigrations } from "../testing/lint-migrations.ts";
import { migrations } from "./migrations/all-migrations.ts";

const step = (statement: string, worksWith = 1) => [{ version: 2, name: "step", worksWith, statements: [statement] }];

describe("the linter over the migrations", () => {
  it("finds nothing wrong with ours", () => {
    expect(lintMigrations(migrations)).toEqual([]);
    expect(migrations.flatMap(({ statements }) => statements).length).toBeGreaterThan(40);
  });

  it.each([
    ["create table a (shop_id {text} not null, id {text} not null, primary key (id))", "no primary key that begins with the shop"],
    ["create table a (id {text} not null, shop_id {text} not null, primary key (shop_id, id))", "does not begin with the shop"],
    ["create table a (shop_id {text} not null, id {text} not null, primary key (shop_id, id), unique (id))", "unique across shops"],
    ["create table a (shop_id {text} not null, id {text} not null unique, primary key (shop_id, id))", "unique across shops"],
    [
      "create table a (shop_id {text} not null, id {text} not null, primary key (shop_id, id), foreign key (id) references b (id))",
      "points at another shop's rows",
    ],
    [
      "create table a (shop_id {text} not null, id {text} not null references b, primary key (shop_id, id))",
      "points at another shop's rows",
    ],
    ["create table a (shop_id {text} not null, id bigserial, primary key (shop_id, id))", "numbers that the database gives"],
    ["create table a (shop_id {text} not null, body jsonb, primary key (shop_id))", "names a type of one flavor"],
    ["create index a_by_name on a (name)", "does not begin with the shop"],
    ["create unique index a_by_name on a (name, shop_id)", "does not begin with the shop"],
    ["create trigger t after insert on a begin select 1; end", "something that runs by itself"],
    ["create extension pg_trgm", "needs an extension"],
    ["alter table tickets add column mood {text} not null", "has no value in the rows of older code"],
    ["alter table tickets drop column subject", "takes something away"],
    ["drop table tickets", "takes something away"],
  ])("refuses %s", (statement, problem) => {
    expect(lintMigrations(step(statement)).join("\n")).toContain(problem);
  });

  it("lets a step take away what it says that older code cannot be without", () => {
    expect(lintMigrations(step("drop table old_things", 2))).toEqual([]);
    expect(lintMigrations(step("alter table tickets add column mood {text}", 3)).join()).toContain("not there yet");
  });
});
