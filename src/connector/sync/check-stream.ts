import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { CompiledRecord } from '../compile/compile-record.ts';
import { suggest } from '../problem.ts';
import { splitKey } from './compile-row-reading.ts';
import type { StreamScope } from './compile-stream.ts';
import type { SyncSpec } from './sync-spec.ts';

export const DEFAULT_SIZE = 1000;

/** The operation that an entry names; undefined when there is none, which is reported. */
export function findOperation({ operations, isBroken, fields }: StreamScope, typeName: string, name: string) {
  const operation = operations.get(name);
  if (!operation && !isBroken(name))
    fields.report.add(
      ['sync', typeName, 'from'],
      `there is no operation "${name}" that reads`,
      suggest(name, [...operations.keys()]),
    );
  return operation;
}

/** Whether the rows of the operation can become copies of the record. */
export function checkRecord(
  { fields: { report } }: StreamScope,
  typeName: string,
  { key, link }: SyncSpec,
  record: CompiledRecord,
  operation: CompiledOperation,
): void {
  const at = ['sync', typeName];
  if (operation.record.typeName !== typeName)
    report.add([...at, 'from'], `${operation.name} gives ${operation.record.typeName}, not ${typeName}`);
  for (const name of splitKey(key).filter((one) => !record.readers.has(one)))
    report.add(
      [...at, 'key'],
      `${typeName} has no field "${name}" that a row fills`,
      suggest(name, [...record.readers.keys()]),
    );
  const linkField = link?.split('=')[1]?.trim();
  if (linkField !== undefined && !record.readers.has(linkField))
    report.add(
      [...at, 'link'],
      `${typeName} has no field "${linkField}" that a row fills`,
      suggest(linkField, [...record.readers.keys()]),
    );
  const fromAnswer = [...record.readers].find(([, reader]) => reader.fromAnswer || reader.column === undefined);
  if (fromAnswer)
    report.add(at, `${typeName}.${fromAnswer[0]} is read out of the whole answer, and a copy is made of rows`);
  if (record.ownership === 'parent' && link === undefined)
    report.add(
      at,
      `nothing in a row of ${typeName} says whose it is`,
      'write in its record owner: <path> | nik, or here link: <kind> = <field>',
    );
}

/** Whether the operation gets all that it asks for, and when. */
export function checkParameters(
  { fields: { report } }: StreamScope,
  typeName: string,
  spec: SyncSpec,
  operation: CompiledOperation,
): void {
  const at = ['sync', typeName];
  const given = new Set(
    [spec.since, spec.after].flatMap((text) => (text === undefined ? [] : [/^\w+/.exec(text)?.[0] ?? ''])),
  );
  if (spec.after !== undefined) given.add('size');
  // What was pushed is read whole, whatever people ask for it by.
  const isPushed = 'accept' in operation.spec;
  for (const parameter of isPushed ? [] : operation.parameters)
    if (!given.has(parameter))
      report.add(
        at,
        `the parameter ":${parameter}" of ${operation.name} gets no value`,
        'only since, after and the pages give values: write a statement or an address without it',
      );
  checkBehind(report, at, spec, operation);
  checkCursor(report, at, spec);
  if (spec.every === undefined && spec.sweep === undefined && !isPushed)
    report.add(at, 'nothing says when it runs', 'write: every: 5m, or sweep: "01:00"');
}

type Reporter = StreamScope['fields']['report'];

/** Reading behind a row needs one field that tells rows apart, and a size. */
function checkBehind(report: Reporter, at: readonly string[], spec: SyncSpec, operation: CompiledOperation): void {
  const size = spec.size ?? DEFAULT_SIZE;
  if (spec.after !== undefined && splitKey(spec.key).length > 1)
    report.add([...at, 'after'], 'rows behind a row are told by one field', 'select one column that tells rows apart');
  if (spec.after !== undefined && !operation.parameters.has('size'))
    report.add(
      [...at, 'after'],
      `${operation.name} does not take ":size", so nobody knows which page is the last`,
      'write: limit :size',
    );
  if (typeof operation.spec.maxRows === 'number' && size > operation.spec.maxRows)
    report.add(
      [...at, 'size'],
      `${operation.name} gives no more than ${operation.spec.maxRows} rows, and a page is to have ${size}`,
      `write: size: ${operation.spec.maxRows}, or maxRows in the operation`,
    );
}

/** A cursor is of use only with where to ask from. */
function checkCursor(report: Reporter, at: readonly string[], spec: SyncSpec): void {
  if ((spec.since !== undefined) !== (spec.cursor !== undefined))
    report.add(
      at,
      'since and cursor belong together',
      spec.cursor === undefined
        ? 'write: cursor: <column> | datetime yyyy-mm-dd hh:mi:ss'
        : 'write: since: <parameter of the operation>',
    );
  if (spec.lookback !== undefined && spec.cursor === undefined)
    report.add(
      [...at, 'lookback'],
      'lookback means nothing without a cursor',
      'every run reads all of it: leave it out',
    );
  if (spec.since !== undefined && spec.begin === undefined)
    report.add(at, 'nothing says what since is for a first load', 'write: begin: "2015-01-01"');
}
