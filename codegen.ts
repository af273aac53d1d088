import { readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { buildPublicSchema } from './src/federation/index.ts';

const scalars = {
  NIK: 'string',
  PersonalText: 'string',
  Month: 'string',
  Date: 'string',
  DateTime: 'string',
  Rupiah: 'number',
};
const publicSchema = buildPublicSchema(readFileSync(new URL('schema/supergraph.graphql', import.meta.url), 'utf8'));

// Resolver types of each subgraph that has resolvers in TypeScript, from its SDL. OPDs answer by YAML and have none.
const config: CodegenConfig = {
  generates: {
    'src/city/generated/resolver-types.ts': {
      schema: ['schema/shared.graphql', 'src/city/**/*.graphql', 'src/subgraph/federation-directives.graphql'],
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: '../../subgraph/index.ts#SubgraphContext',
        scalars,
        defaultScalarType: 'unknown',
        mappers: {
          Citizen: '../citizen.ts#CitizenEntity',
          Hub: '../hub/resolvers.ts#HubSelf',
          Opd: '../registry/opd-registry.ts#RegisteredOpd',
          Submission: '../submissions/submissions.ts#ShownSubmission',
          DataRequest: '../privacy/data-requests.ts#ShownRequest',
          Application: '../applications/applications.ts#ShownApplication',
          Complaint: '../complaints/resolvers.ts#KeyedComplaint',
          SakipYear: '../sakip/required.ts#RequiredYear',
          SakipDocumentSet: '../sakip/required.ts#RequiredDocumentSet',
          SakipIndicator: '../sakip/required.ts#RequiredIndicator',
          SakipEvaluation: '../sakip/required.ts#RequiredEvaluation',
          Allowance: '../tpp/describe-allowance.ts#ShownAllowance',
          City: '../status/resolvers.ts#ShownCity',
          CityStatus: '../status/describe-status.ts#ShownStatus',
          Service: '../services/service.ts#Service as CatalogueService',
          SyncStream: '../sync/resolvers.ts#ShownStream',
        },
      },
    },
    // Typed documents of the example client, as an app of its own would generate them from the public schema.
    'examples/client/generated/': {
      preset: 'client',
      schema: printSchema(publicSchema),
      documents: ['examples/client/*.ts'],
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        // Text instead of a parsed document: the client needs no package at run time.
        documentMode: 'string',
        enumType: 'string-literal',
        useTypeImports: true,
        importExtension: '.ts',
        strictScalars: true,
        scalars,
      },
    },
    // Typed documents of the hub's own pages. They travel by their hash, which the hub knows from the list written beside.
    'src/web/app/generated/': {
      preset: 'client',
      schema: printSchema(publicSchema),
      documents: ['src/web/app/**/*.graphql'],
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        persistedDocuments: { hashAlgorithm: 'sha256', mode: 'replaceDocumentWithHash' },
      },
      config: {
        documentMode: 'string',
        enumType: 'string-literal',
        useTypeImports: true,
        importExtension: '.ts',
        strictScalars: true,
        scalars,
      },
    },
  },
};

export default config;
