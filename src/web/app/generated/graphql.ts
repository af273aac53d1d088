/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

export type BerandaHubQueryVariables = Exact<{ [key: string]: never; }>;


export type BerandaHubQuery = { hub: { release: string, opds: number, systems: number, systemsAnswering: number, systemsFailing: number, services: number, operations: number, records: number | null, submissionsToday: number | null } };

export type PengembangErrorCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type PengembangErrorCodesQuery = { hub: { errorCodes: Array<{ code: string, sentence: string, meaning: string, isRetryable: boolean }> } };

export type PengembangSchemaQueryVariables = Exact<{ [key: string]: never; }>;


export type PengembangSchemaQuery = { __schema: { queryType: { name: string | null }, mutationType: { name: string | null } | null, subscriptionType: { name: string | null } | null, types: Array<{ kind: __TypeKind, name: string | null, description: string | null, fields: Array<{ name: string, description: string | null, isDeprecated: boolean, deprecationReason: string | null, args: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }>, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }> | null, inputFields: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }> | null, enumValues: Array<{ name: string, description: string | null }> | null, possibleTypes: Array<{ name: string | null }> | null }> } };

export type TypeNameFragment = { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TypeNameFragmentDoc = new TypedDocumentString(`
    fragment TypeName on __Type {
  kind
  name
  ofType {
    kind
    name
    ofType {
      kind
      name
      ofType {
        kind
        name
      }
    }
  }
}
    `, {"fragmentName":"TypeName"}) as unknown as TypedDocumentString<TypeNameFragment, unknown>;
export const BerandaHubDocument = {"__meta__":{"hash":"sha256:02b7660a05978aec52a63cbbfbca72309ff19e6a7253871735ebb7f57bc5d846"}} as unknown as TypedDocumentString<BerandaHubQuery, BerandaHubQueryVariables>;
export const PengembangErrorCodesDocument = {"__meta__":{"hash":"sha256:f0f344d8f6e1f011f19a6172564c1aa79441244862116140f8a5538353712785"}} as unknown as TypedDocumentString<PengembangErrorCodesQuery, PengembangErrorCodesQueryVariables>;
export const PengembangSchemaDocument = {"__meta__":{"hash":"sha256:c0c61d257cbd3d7810e6a127bf7888d7aacc7518df69fd2f2f56423ca8778d7b"}} as unknown as TypedDocumentString<PengembangSchemaQuery, PengembangSchemaQueryVariables>;