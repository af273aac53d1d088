import type { ConnectorPlan } from '../plan/connector-plan.ts';

/** The OPD's README with a part about a system: what it is, its settings, who owns it, how to try it. */
export function writeReadme(plan: ConnectorPlan, existing: string | undefined): string {
  const head = existing === undefined || existing.trim() === '' ? `# Konektor ${plan.opd}` : existing.trimEnd();
  return `${head}\n\n${writePart(plan)}`;
}

function writePart(plan: ConnectorPlan): string {
  const { opd, system, describe, settings, guesses, typeName, fieldName, access, operation } = plan;
  const parameters = Object.entries(access.bindings).filter(([, value]) => value !== 'now');
  const asked = parameters.map(([name]) => `${name}=…`).join(' ');
  return `## ${system}

${describe}. Di graf: \`${access.parent}.${fieldName}\`, berisi \`${typeName}\`.

**Pemilik**: ${opd}. Tulis di sini siapa yang dihubungi bila sistem tidak menjawab atau berubah: nama jabatan, nomor kantor.

**Setelan** (lewat lingkungan, tidak pernah di berkas):

| setelan | arti |
|---|---|
${settings.map(({ name, meaning }) => `| \`${name}\` | ${meaning} |`).join('\n')}

**Yang ditebak waktu ditulis**; perbaiki bila salah:

${guesses.map((guess) => `- ${guess}`).join('\n')}

**Mencoba**:

\`\`\`sh
npm run hub -- connector check ${opd}
npm run hub -- connector probe ${opd}
npm run hub -- connector try ${opd} ${operation}${asked === '' ? '' : ` ${asked}`}
\`\`\`

Contoh di \`samples/${system}/\` berisi orang karangan; \`connector check\` mencocokkan hasilnya. Jangan taruh data warga sungguhan di sana.
`;
}
