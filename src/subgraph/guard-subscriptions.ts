import { defaultFieldResolver, type GraphQLNamedType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { type AccessRule, createRulePlace } from '../identity/index.ts';
import { enforce, unconsented } from './enforce.ts';
import type { ExpandedRules } from './expand-rules.ts';
import type { SubgraphContext } from './subgraph-module.ts';

const someone: AccessRule = { kind: 'authenticated' };

/**
 * Checks a subscription before it begins. mercurius-auth wraps how a field is resolved, never how it is subscribed to:
 * without this a caller who may see nothing would hold a stream open and learn from its errors when something happens.
 */
export function guardSubscriptions(subgraph: string, schema: GraphQLSchema, rules: ExpandedRules): void {
  const place = createRulePlace(subgraph);
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const own = rules.fields.get('Subscription')?.get(field.name)?.rules ?? [];
    // Whose the events are is not known yet; that somebody asks who may own any is.
    const isGuarded = isWhollyGuarded(getNamedType(field.type), rules);
    const before = isGuarded ? [...own, someone] : own;
    const subscribe = field.subscribe ?? defaultFieldResolver;
    field.subscribe = (root, args, context: SubgraphContext, info) => {
      enforce({ rules: before, place, mark: undefined }, context, undefined);
      // When something happens to a citizen is his to tell too.
      if (isGuarded && context.caller.kind === 'citizen' && !context.isConsented) throw unconsented();
      return subscribe(root, args, context, info);
    };
  }
}

function isWhollyGuarded(type: GraphQLNamedType, { fields, entries }: ExpandedRules): boolean {
  if (entries.has(type.name)) return true;
  const guarded = fields.get(type.name);
  return isObjectType(type) && Object.keys(type.getFields()).every((name) => guarded?.has(name));
}
