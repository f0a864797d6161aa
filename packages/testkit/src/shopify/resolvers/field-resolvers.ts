import type { ExecutionContext } from "../context.ts";

/** Arguments of a field after coercion by the real schema. */
export type FieldArguments = Readonly<Record<string, unknown>>;

/** The resolvers of one object type. Fields that are not named are read from the source by name. */
export type FieldResolvers<Source> = Readonly<
  Record<string, (source: Source, given: FieldArguments, context: ExecutionContext) => unknown>
>;
