import { Kind, parse } from 'graphql';
import type { CityNames } from '../../connector/index.ts';
import type { SubgraphDefinition } from '../../federation/index.ts';

/** The names that a new connector must not take, of these subgraphs. */
export function listCityNames(subgraphs: readonly SubgraphDefinition[]): CityNames {
  const types = new Set<string>();
  const fields = new Set<string>();
  for (const { sdl } of subgraphs) {
    for (const definition of parse(sdl, { noLocation: true }).definitions) {
      if (!('name' in definition) || definition.name === undefined) continue;
      const name = definition.name.value;
      if (definition.kind.endsWith('TypeDefinition')) types.add(name);
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      if (name === 'Citizen' || name === 'Query')
        for (const field of definition.fields ?? []) fields.add(field.name.value);
    }
  }
  return { types, fields };
}
