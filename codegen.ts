import type { CodegenConfig } from '@graphql-codegen/cli';

// Resolver types of each subgraph that has resolvers in TypeScript, from its SDL. OPDs answer by YAML and have none.
const config: CodegenConfig = {
  generates: {
    'src/city/generated/resolver-types.ts': {
      schema: ['schema/shared.graphql', 'src/city/schema.graphql', 'src/subgraph/federation-directives.graphql'],
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: '../../subgraph/index.ts#SubgraphContext',
        scalars: { NIK: 'string', Date: 'string', DateTime: 'string', Rupiah: 'number' },
        defaultScalarType: 'unknown',
        mappers: {
          Citizen: '../citizen.ts#CitizenEntity',
          Opd: '../registry/opd-registry.ts#RegisteredOpd',
        },
      },
    },
  },
};

export default config;
