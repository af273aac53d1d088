/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query BerandaHub {\n  hub {\n    release\n    opds\n    systems\n    systemsAnswering\n    systemsFailing\n    services\n    operations\n    records\n    submissionsToday\n  }\n}": typeof types.BerandaHubDocument,
    "query PengembangErrorCodes {\n  hub {\n    errorCodes {\n      code\n      sentence\n      meaning\n      isRetryable\n    }\n  }\n}": typeof types.PengembangErrorCodesDocument,
    "query PengembangSchema {\n  __schema {\n    queryType {\n      name\n    }\n    mutationType {\n      name\n    }\n    subscriptionType {\n      name\n    }\n    types {\n      kind\n      name\n      description\n      fields(includeDeprecated: true) {\n        name\n        description\n        isDeprecated\n        deprecationReason\n        args {\n          name\n          description\n          defaultValue\n          type {\n            ...TypeName\n          }\n        }\n        type {\n          ...TypeName\n        }\n      }\n      inputFields {\n        name\n        description\n        defaultValue\n        type {\n          ...TypeName\n        }\n      }\n      enumValues(includeDeprecated: true) {\n        name\n        description\n      }\n      possibleTypes {\n        name\n      }\n    }\n  }\n}\n\nfragment TypeName on __Type {\n  kind\n  name\n  ofType {\n    kind\n    name\n    ofType {\n      kind\n      name\n      ofType {\n        kind\n        name\n      }\n    }\n  }\n}": typeof types.PengembangSchemaDocument,
};
const documents: Documents = {
    "query BerandaHub {\n  hub {\n    release\n    opds\n    systems\n    systemsAnswering\n    systemsFailing\n    services\n    operations\n    records\n    submissionsToday\n  }\n}": types.BerandaHubDocument,
    "query PengembangErrorCodes {\n  hub {\n    errorCodes {\n      code\n      sentence\n      meaning\n      isRetryable\n    }\n  }\n}": types.PengembangErrorCodesDocument,
    "query PengembangSchema {\n  __schema {\n    queryType {\n      name\n    }\n    mutationType {\n      name\n    }\n    subscriptionType {\n      name\n    }\n    types {\n      kind\n      name\n      description\n      fields(includeDeprecated: true) {\n        name\n        description\n        isDeprecated\n        deprecationReason\n        args {\n          name\n          description\n          defaultValue\n          type {\n            ...TypeName\n          }\n        }\n        type {\n          ...TypeName\n        }\n      }\n      inputFields {\n        name\n        description\n        defaultValue\n        type {\n          ...TypeName\n        }\n      }\n      enumValues(includeDeprecated: true) {\n        name\n        description\n      }\n      possibleTypes {\n        name\n      }\n    }\n  }\n}\n\nfragment TypeName on __Type {\n  kind\n  name\n  ofType {\n    kind\n    name\n    ofType {\n      kind\n      name\n      ofType {\n        kind\n        name\n      }\n    }\n  }\n}": types.PengembangSchemaDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BerandaHub {\n  hub {\n    release\n    opds\n    systems\n    systemsAnswering\n    systemsFailing\n    services\n    operations\n    records\n    submissionsToday\n  }\n}"): typeof import('./graphql.ts').BerandaHubDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PengembangErrorCodes {\n  hub {\n    errorCodes {\n      code\n      sentence\n      meaning\n      isRetryable\n    }\n  }\n}"): typeof import('./graphql.ts').PengembangErrorCodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PengembangSchema {\n  __schema {\n    queryType {\n      name\n    }\n    mutationType {\n      name\n    }\n    subscriptionType {\n      name\n    }\n    types {\n      kind\n      name\n      description\n      fields(includeDeprecated: true) {\n        name\n        description\n        isDeprecated\n        deprecationReason\n        args {\n          name\n          description\n          defaultValue\n          type {\n            ...TypeName\n          }\n        }\n        type {\n          ...TypeName\n        }\n      }\n      inputFields {\n        name\n        description\n        defaultValue\n        type {\n          ...TypeName\n        }\n      }\n      enumValues(includeDeprecated: true) {\n        name\n        description\n      }\n      possibleTypes {\n        name\n      }\n    }\n  }\n}\n\nfragment TypeName on __Type {\n  kind\n  name\n  ofType {\n    kind\n    name\n    ofType {\n      kind\n      name\n      ofType {\n        kind\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').PengembangSchemaDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
