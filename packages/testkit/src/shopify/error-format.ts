import { type DocumentNode, type GraphQLError, Kind } from "graphql";

/** A validation error in the shape of the Admin API: an `undefinedField` code for the commonest, the place as a path. */
export function describeValidationError(error: GraphQLError, document: DocumentNode): Record<string, unknown> {
  const undefinedField = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  const undefinedArgument = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/.exec(error.message);
  const locations = error.locations ?? [];
  const path = [operationLabel(document)];
  if (undefinedField) {
    const [, fieldName, typeName] = undefinedField;
    const message = `Field '${fieldName}' doesn't exist on type '${typeName}'`;
    return { message, locations, path: [...path, fieldName], extensions: { code: "undefinedField", typeName, fieldName } };
  }
  if (undefinedArgument) {
    const [, argumentName, , fieldName] = undefinedArgument;
    const message = `Field '${fieldName}' doesn't accept argument '${argumentName}'`;
    return {
      message,
      locations,
      path: [...path, fieldName, argumentName],
      extensions: { code: "argumentNotAccepted", name: fieldName, argumentName },
    };
  }
  return { message: error.message, locations, path, extensions: { code: "invalidDocument" } };
}

function operationLabel(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      return `${definition.operation}${definition.name ? ` ${definition.name.value}` : ""}`;
  }
  return "query";
}

/** Errors thrown while running, with the fields Shopify sends. */
export function describeExecutionError(error: GraphQLError): Record<string, unknown> {
  return {
    message: error.message,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    ...(Object.keys(error.extensions).length > 0 ? { extensions: error.extensions } : {}),
  };
}
