import {
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { RecordNode } from './compile-record.ts';

/**
 * Finds what of a record the SDL tags `personal`: the type itself, a filled field, a field's scalar, or any of these in
 * an inner object. Returns its coordinate, or undefined.
 */
export function findPersonal(type: GraphQLObjectType, nodes: readonly RecordNode[]): string | undefined {
  if (isPersonal(type)) return type.name;
  for (const node of nodes) {
    const field = type.getFields()[node.key];
    if (!field) continue;
    const named = getNamedType(field.type);
    if (hasTag(field.astNode?.directives) || isPersonal(named)) return `${type.name}.${node.key}`;
    const inner = 'children' in node && isObjectType(named) ? findPersonal(named, node.children) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function isPersonal({ astNode, extensionASTNodes }: GraphQLNamedType): boolean {
  return [astNode, ...extensionASTNodes].some((node) => hasTag(node?.directives));
}

function hasTag(directives: readonly ConstDirectiveNode[] = []): boolean {
  return directives.some(
    (directive) =>
      directive.name.value === 'tag' &&
      directive.arguments?.some((one) => one.value.kind === 'StringValue' && one.value.value === 'personal'),
  );
}
