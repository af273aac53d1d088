import { OWNER } from '../../base/owner.ts';
import type { MappedRecord, RecordNode } from './compile-record.ts';
import { mapValue } from './mapping.ts';

/** Makes a record of the graph out of a row; an inner object all of whose fields are null is null itself. */
export type MapRow = (row: unknown, answer: unknown, owner: string | undefined) => MappedRecord;

type At = { readonly opd: string; readonly system: string };
type Fill = (row: unknown, answer: unknown, owner: string | undefined) => unknown;

/**
 * Compiles the fields of a record to one function whose text names them. A loop over thirty fields reads and writes
 * thirty properties by names that the engine cannot foresee, which costs more than converting their values: 14 times as
 * much, measured. Names come into the text only when they are names of GraphQL, so no file can put code into it.
 */
export function generateMapper(nodes: readonly RecordNode[], at: At): MapRow {
  const fills = nodes.map((node) => compileFill(node, at));
  const fields = nodes.map(({ key }, index) => `${checkName(key)}: fill${index}(row, answer, owner)`);
  const parameters = fills.map((_, index) => `fill${index}`);
  const text = `return (row, answer, owner) => ({ ${fields.join(', ')} })`;
  const create = new Function(...parameters, text) as (...fills: readonly Fill[]) => MapRow;
  const mapRow = create(...fills);
  return (row, answer, owner) => {
    const record = mapRow(row, answer, owner);
    if (owner !== undefined) record[OWNER] = owner;
    return record;
  };
}

function compileFill(node: RecordNode, at: At): Fill {
  if ('reader' in node) {
    const { reader } = node;
    return (row, answer) => mapValue(reader, row, answer, at);
  }
  const mapInner = generateMapper(node.children, at);
  return (row, answer, owner) => {
    const inner = mapInner(row, answer, owner);
    return Object.values(inner).every((value) => value === null) ? null : inner;
  };
}

function checkName(name: string): string {
  if (/^[_A-Za-z][_0-9A-Za-z]*$/.test(name) && name !== '__proto__') return name;
  throw new Error('A field of a record is no name of GraphQL');
}
