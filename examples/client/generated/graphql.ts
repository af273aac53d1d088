/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ComplaintStatus =
  | 'IN_PROCESS'
  | 'NEW'
  | 'REJECTED'
  | 'RESOLVED'
  | 'VERIFIED';

/** How far an application for a permit has come. */
export type PermitStatus =
  | 'IN_PROCESS'
  | 'ISSUED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'VERIFIED';

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { me: { name: string | null, permits: Array<{ service: string | null, status: PermitStatus | null }> | null, taxBills: Array<{ year: number, total: number | null, paid: boolean | null, dueOn: string | null }> | null, complaints: Array<{ title: string | null, status: ComplaintStatus | null }> | null } | null };

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

export const HomeDocument = new TypedDocumentString(`
    query Home {
  me {
    name
    permits {
      service
      status
    }
    taxBills {
      year
      total
      paid
      dueOn
    }
    complaints {
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;