import { buildPublicSchema } from '../../federation/index.ts';
import type { SampleOperation } from '../../web/index.ts';
import { compareAccessRules } from './compare-access-rules.ts';
import { comparePublicSchemas } from './compare-public-schemas.ts';
import { findMisfits, type Misfit } from './find-misfits.ts';
import type { SchemaChange } from './schema-change.ts';

/** What a supergraph means to the apps of another one. */
export interface CheckedSupergraph {
  readonly publicChanges: readonly SchemaChange[];
  readonly ruleChanges: readonly SchemaChange[];
  readonly misfits: readonly Misfit[];
  readonly operationCount: number;
}

/** Compares two supergraph SDLs as their clients see them, and fits the operations to the newer one. */
export async function checkSupergraph(
  beforeSdl: string,
  afterSdl: string,
  operations: readonly SampleOperation[],
): Promise<CheckedSupergraph> {
  const schema = buildPublicSchema(afterSdl);
  return {
    publicChanges: await comparePublicSchemas(buildPublicSchema(beforeSdl), schema),
    ruleChanges: compareAccessRules(beforeSdl, afterSdl),
    misfits: findMisfits(schema, operations),
    operationCount: operations.length,
  };
}
