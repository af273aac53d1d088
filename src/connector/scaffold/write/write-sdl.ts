import { Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { ConnectorPlan, PlannedField } from '../plan/connector-plan.ts';

const PERSONAL = '@tag(name: "personal")';
const GUARD = '@policy(policies: [["owner"], ["case"]])';

/** The OPD's SDL with what a plan adds to it: the field by which the records are reached, and their type. */
export function writeSdl(plan: ConnectorPlan, existing: string | undefined): string {
  const { access } = plan;
  const field = writeRootField(plan);
  const type = writeType(plan);
  if (existing === undefined || existing.trim() === '') return `${writeRoot(access.parent, field)}\n${type}`;
  const root = findType(existing, access.parent);
  if (!root) return `${existing.trimEnd()}\n\n${writeRoot(access.parent, field)}\n${type}`;
  const end = root.loc?.end ?? existing.length;
  return `${existing.slice(0, end - 1).trimEnd()}\n${field}${existing.slice(end - 1).trimEnd()}\n\n${type}`;
}

function findType(sdl: string, name: string): ObjectTypeDefinitionNode | undefined {
  return parse(sdl).definitions.find(
    (one): one is ObjectTypeDefinitionNode =>
      one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === name && (one.fields?.length ?? 0) > 0,
  );
}

function writeRoot(parent: 'Citizen' | 'Query', field: string): string {
  if (parent === 'Query') return `type Query {\n${field}}\n`;
  return `type Citizen @key(fields: "nik") {\n  nik: NIK! ${PERSONAL} ${GUARD}\n${field}}\n`;
}

function writeRootField({ fieldName, typeName, access, describe, opd, isSingle }: ConnectorPlan): string {
  const args = access.args.map(({ name, type }) => `${name}: ${type}`).join(', ');
  const guard = access.parent === 'Citizen' ? ` ${PERSONAL} ${GUARD}` : '';
  const text = JSON.stringify(`${describe}. From ${opd}, live; null when it does not answer.`);
  return `  ${text}\n  ${fieldName}${args === '' ? '' : `(${args})`}: ${isSingle ? typeName : `[${typeName}!]`}${guard}\n`;
}

function writeType(plan: ConnectorPlan): string {
  const { typeName, fields, access, system } = plan;
  const isGuarded = access.parent === 'Citizen';
  const lines = [
    ...(isGuarded ? LOOSEN : OPEN),
    JSON.stringify(`One record of ${system}.`),
    `type ${typeName}${isGuarded ? ` ${PERSONAL} ${GUARD}` : ''} {`,
    ...fields.flatMap((field) => writeField(field)),
    '  source: Source',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const LOOSEN = [
  '# Seluruh tipe ini dijaga: hanya pemiliknya yang boleh melihat. Untuk melonggarkan, hapus @tag dan @policy di baris',
  '# type dan di field yang memberikannya; field yang ditandai @tag(name: "personal") lalu perlu @policy sendiri, tanpa itu',
  '# hub menolak berjalan.',
];
const OPEN = ['# Terbuka untuk semua orang: tidak ada kolom yang dikenali sebagai data pribadi. Periksa sekali lagi.'];

function writeField({ name, path, type, isKey, personal }: PlannedField): string[] {
  const mark = personal !== undefined && type !== 'NIK' ? ` ${PERSONAL}` : '';
  return [`  ${JSON.stringify(`From \`${path}\`.`)}`, `  ${name}: ${type}${isKey ? '!' : ''}${mark}`];
}
