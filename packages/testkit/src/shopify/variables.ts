import {
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";

/** Values of an operation's variables, or the errors Shopify answers instead of data. */
export type Variables = { values: Readonly<Record<string, unknown>> } | { errors: unknown[] };

/** Coerces variables by the real schema. An id that is no global id is refused as well, which the schema's `ID` alone would let pass. */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Variables {
  const definitions = operation.variableDefinitions ?? [];
  const errors: unknown[] = [];
  for (const definition of definitions) {
    const name = definition.variable.name.value;
    const coerced = getVariableValues(schema, [definition], given);
    if (coerced.errors) {
      const explanation = coerced.errors[0]?.message ?? "Expected value to be valid";
      errors.push(
        invalidVariable(definition, given[name] ?? null, [], given[name] === undefined ? "Expected value to not be null" : explanation),
      );
      continue;
    }
    const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
    const problem = type ? findInvalidGid(type, coerced.variableValues.coerced[name], []) : undefined;
    if (problem) errors.push(invalidVariable(definition, given[name], problem.path, `Invalid global id '${problem.value}'`));
  }
  if (errors.length > 0) return { errors };
  return { values: getVariableValues(schema, definitions, given).variableValues?.coerced ?? {} };
}

function invalidVariable(definition: VariableDefinitionNode, value: unknown, path: (string | number)[], explanation: string): unknown {
  const start = definition.variable.loc?.startToken;
  const place = path.length === 0 ? "" : ` for ${path.join(".")} (${explanation})`;
  return {
    message: `Variable $${definition.variable.name.value} of type ${print(definition.type)} was provided invalid value${place}`,
    locations: start ? [{ line: start.line, column: start.column }] : [],
    extensions: { code: "INVALID_VARIABLE", value, problems: [{ path, explanation }] },
  };
}

function findInvalidGid(
  type: GraphQLInputType,
  value: unknown,
  path: (string | number)[],
): { path: (string | number)[]; value: string } | undefined {
  if (value === null || value === undefined) return undefined;
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    for (const [index, entry] of (Array.isArray(value) ? value : [value]).entries()) {
      const problem = findInvalidGid(bare.ofType as GraphQLInputType, entry, [...path, index]);
      if (problem) return problem;
    }
    return undefined;
  }
  if (isInputObjectType(bare)) {
    for (const [name, field] of Object.entries(bare.getFields())) {
      const problem = findInvalidGid(field.type, (value as Readonly<Record<string, unknown>>)[name], [...path, name]);
      if (problem) return problem;
    }
    return undefined;
  }
  if (!isScalarType(bare) || bare.name !== "ID" || /^gid:\/\/[a-z]+\/\w+\/.+/.test(String(value))) return undefined;
  return { path, value: String(value) };
}
