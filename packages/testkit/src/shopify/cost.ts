import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** What the cost of a query is computed from. */
export interface CostInput {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

const costOfMutation = 10;
const costOfCountField = 10;

/**
 * What a query costs before it runs (`requestedQueryCost`), by the rule measured on 10,115 recorded costs of the real API: an object 1,
 * a connection `2 + max(1, floor(2 ln first)) × (1 + child)`, a plain list 1 + child, a `…Count` field 10, a mutation 10, scalars 0.
 * The rule was exact on 78 % of the recorded queries and mostly an upper bound on the rest.
 */
export function requestedCost(input: CostInput): number {
  return costOfOperation(input, undefined);
}

/** What a query cost after it ran (`actualQueryCost`): the same rule with the number of nodes that came back; `null` costs nothing. */
export function actualCost(input: CostInput, data: unknown): number {
  return costOfOperation(input, { data });
}

/** `undefined` while estimating; otherwise the value that was returned where the selection stands. */
type Returned = { data: unknown } | undefined;

function costOfOperation(input: CostInput, returned: Returned): number {
  const root = input.schema.getRootType(input.operation.operation);
  if (!root) return 0;
  if (input.operation.operation !== "mutation") return costOfSelections(input, root, input.operation.selectionSet, returned);
  const fields = input.operation.selectionSet.selections.length;
  return fields * costOfMutation;
}

function costOfSelections(input: CostInput, parent: GraphQLCompositeType, selections: SelectionSetNode, returned: Returned): number {
  let total = 0;
  /** Of several alternatives of a union or interface only one can come back, so the dearest counts. */
  let dearestAlternative = 0;
  for (const selection of selections.selections) {
    if (!isIncluded(selection.directives, input.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      total += costOfField(input, parent, selection, returned);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? input.fragments.get(selection.name.value) : selection;
    if (!fragment) continue;
    const condition = fragment.typeCondition ? input.schema.getType(fragment.typeCondition.name.value) : parent;
    if (!isCompositeType(condition)) continue;
    const cost = costOfSelections(input, condition, fragment.selectionSet, returned);
    if (isAbstractType(parent) && condition !== parent) dearestAlternative = Math.max(dearestAlternative, cost);
    else total += cost;
  }
  return total + dearestAlternative;
}

function costOfField(input: CostInput, parent: GraphQLCompositeType, node: FieldNode, returned: Returned): number {
  if (!node.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
  const name = node.name.value;
  const field = parent.getFields()[name];
  if (!field || name === "pageInfo") return 0;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return 0;

  const value = returned ? valueAt(returned.data, node) : undefined;
  const inside: Returned = returned ? { data: value } : undefined;
  if (returned && (value === null || value === undefined)) return 0;
  if (type.name === "Count") return costOfCountField;
  if (type.name.endsWith("Connection")) return costOfConnection(input, type, node, inside);
  const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (isListType(bare) && Array.isArray(value)) {
    return value.length === 0
      ? 0
      : 1 + Math.max(...value.map((data: unknown) => costOfSelections(input, type, node.selectionSet as SelectionSetNode, { data })));
  }
  return 1 + costOfSelections(input, type, node.selectionSet, inside);
}

function costOfConnection(input: CostInput, type: GraphQLCompositeType, node: FieldNode, returned: Returned): number {
  const selections = node.selectionSet;
  if (!selections) return 0;
  if (returned) {
    const nodes = nodesOf(returned.data);
    if (nodes.length === 0) return 2;
    const child = Math.max(...nodes.map((data) => costOfNodes(input, type, selections, { data })));
    return 2 + growth(nodes.length) * (1 + child);
  }
  const size = numberArgument(node, "first", input.variables) ?? numberArgument(node, "last", input.variables) ?? 1;
  return 2 + growth(size) * (1 + costOfNodes(input, type, selections, undefined));
}

/** The cost of what is selected on each node, whether under `nodes` or under `edges { node }`. `returned` is one node. */
function costOfNodes(input: CostInput, connection: GraphQLCompositeType, selections: SelectionSetNode, returned: Returned): number {
  if (!isObjectType(connection)) return 0;
  let total = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const field = connection.getFields()[name];
      const type = field ? getNamedType(field.type) : undefined;
      if (!selection.selectionSet || !isCompositeType(type)) continue;
      if (name === "nodes") total += costOfSelections(input, type, selection.selectionSet, returned);
      if (name === "edges") total += costOfEdge(input, type, selection.selectionSet, returned);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? input.fragments.get(selection.name.value) : selection;
    if (fragment) total += costOfNodes(input, connection, fragment.selectionSet, returned);
  }
  return total;
}

function costOfEdge(input: CostInput, edge: GraphQLCompositeType, selections: SelectionSetNode, returned: Returned): number {
  if (!isObjectType(edge)) return 0;
  const nodeType = getNamedType(edge.getFields().node?.type);
  if (!isCompositeType(nodeType)) return 0;
  let total = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD && selection.name.value === "node" && selection.selectionSet) {
      total += costOfSelections(input, nodeType, selection.selectionSet, returned);
    }
  }
  return total;
}

function growth(size: number): number {
  return Math.max(1, Math.floor(2 * Math.log(Math.max(1, size))));
}

function nodesOf(connection: unknown): unknown[] {
  if (typeof connection !== "object" || connection === null) return [];
  for (const value of Object.values(connection)) {
    if (!Array.isArray(value)) continue;
    return value.map((entry: unknown) => (typeof entry === "object" && entry !== null && "node" in entry ? entry.node : entry));
  }
  return [];
}

function valueAt(data: unknown, node: FieldNode): unknown {
  if (typeof data !== "object" || data === null) return undefined;
  return (data as Readonly<Record<string, unknown>>)[node.alias?.value ?? node.name.value];
}

function numberArgument(node: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): number | undefined {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const given = variables[value.name.value];
  return typeof given === "number" ? given : undefined;
}

function isIncluded(directives: FieldNode["directives"], variables: Readonly<Record<string, unknown>>): boolean {
  for (const directive of directives ?? []) {
    const condition = directive.arguments?.find((argument) => argument.name.value === "if")?.value;
    const holds =
      condition?.kind === Kind.BOOLEAN
        ? condition.value
        : condition?.kind === Kind.VARIABLE
          ? variables[condition.name.value] === true
          : undefined;
    if (directive.name.value === "skip" && holds === true) return false;
    if (directive.name.value === "include" && holds === false) return false;
  }
  return true;
}
