// The hub's own copy: a schema made with the bench's would be none to the hub.
import { buildSchema } from '../../node_modules/graphql/index.js';
import { type CompiledRecord, compileRecord } from '../../src/connector/compile/compile-record.ts';
import { Report } from '../../src/connector/compile/report.ts';
import { type ConnectorFile, parseConnectorFile } from '../../src/connector/file/connector-file.ts';

export interface MappingFigures {
  readonly fields: number;
  /** Median of the rounds, for one row. */
  readonly microseconds: number;
}

/** What a real record is made of: mostly text, some days, amounts, codes and a NIK. */
const KINDS = [
  { type: 'String', convert: '', value: 'Jalan Sultan Agung 12' },
  { type: 'String', convert: '', value: '0741-123456' },
  { type: 'Date', convert: ' | date dd/mm/yyyy', value: '17/08/2026' },
  { type: 'Rupiah', convert: ' | rupiah', value: 'Rp 1.250.000' },
  { type: 'Int', convert: '', value: '42' },
  { type: 'Status', convert: ' | code status', value: '3' },
] as const;

const FIELDS = 30;
const ROWS = 2000;
const ROUNDS = 15;

/** Measures what it costs to make a record of the graph out of a row of thirty fields, after warming up. */
export function measureMapping(): MappingFigures {
  const record = compileThirtyFields();
  const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index));
  const source = { opd: 'dinas', system: 'izin', mode: 'LIVE', asOf: '2026-11-24T08:15:00+07:00' } as const;
  const rounds: number[] = [];
  let filled = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    for (const row of rows) filled += record.map(row, rows, source, '1571991007900001').f0 === null ? 0 : 1;
    rounds.push(((performance.now() - begun) * 1000) / ROWS);
  }
  if (filled !== ROWS * ROUNDS) throw new Error('Not every row was mapped');
  rounds.sort((left, right) => left - right);
  return { fields: FIELDS, microseconds: rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN };
}

function kindOf(index: number): (typeof KINDS)[number] {
  return KINDS[index % KINDS.length] as (typeof KINDS)[number];
}

function compileThirtyFields(): CompiledRecord {
  const fields = Array.from({ length: FIELDS }, (_, index) => `f${index}: ${kindOf(index).type}`).join(' ');
  const schema = buildSchema(`
    scalar Date scalar Rupiah enum Status { NEW ISSUED }
    type Query { record: Record }
    type Source { opd: String system: String }
    type Record { ${fields} source: Source }
  `);
  const mappings = Object.fromEntries(
    Array.from({ length: FIELDS }, (_, index) => [`f${index}`, `kolom_${index}${kindOf(index).convert}`]),
  );
  const report = new Report(parseConnectorFile('bench.yaml', 'system: bench') as ConnectorFile);
  const table = new Map([['3', 'ISSUED']]);
  const scope = {
    report,
    codeTables: ['status'],
    findCodeTable: () => table,
    findRule: () => undefined,
    opds: { systems: [], findCode: () => undefined, findOpd: () => undefined },
    clock: { now: () => Date.now() },
  };
  const owned = { owner: 'nik | nik', ...mappings };
  const record = compileRecord(scope, schema, 'Record', owned, { opd: 'dinas', system: 'izin' });
  if (!record || report.problems.length > 0) throw new Error('The bench’s own record has a mistake');
  return record;
}

/** Values differ from row to row, as they do in life: a cache of one value flatters nobody. */
function rowOf(index: number): Record<string, unknown> {
  const row: Record<string, unknown> = { nik: '1571991007900001' };
  for (let field = 0; field < FIELDS; field++) {
    const { type, value } = kindOf(field);
    const day = String((index % 28) + 1).padStart(2, '0');
    row[`kolom_${field}`] = type === 'Date' ? `${day}/08/2026` : type === 'String' ? `${value} ${index}` : value;
  }
  return row;
}
