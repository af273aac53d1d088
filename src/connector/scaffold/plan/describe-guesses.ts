import { isRow } from '../guess/find-rows.ts';
import type { ScaffoldChoices } from '../scaffold-choices.ts';
import type { ConnectorPlan } from './connector-plan.ts';

interface LeftAside {
  readonly lists: readonly string[];
  readonly unspeakable: readonly string[];
  readonly leftOut: readonly string[];
}

/** What was guessed and how it is changed, a line each; names of columns alone, never what stands in them. */
export function describeGuesses(
  plan: Omit<ConnectorPlan, 'guesses'>,
  { lists, unspeakable, leftOut }: LeftAside,
  choices: ScaffoldChoices,
  renamed: readonly string[],
): string[] {
  const { access, fields, okWhen, sketch, found } = plan;
  const key = fields.find(({ isKey }) => isKey);
  const personal = fields.filter((field) => field.personal !== undefined).map(({ name }) => name);
  const omitted = Object.keys(plan.omit ?? {});
  const dates = fields.filter(({ pipe }) => /^date(?:time)? mm\//.test(pipe ?? '')).map(({ name }) => name);
  return [
    ...renamed.map((name) => `${name} sudah ada di graf kota; dipakai nama lain. Ubah dengan --type atau --field`),
    whoseAreThey(plan),
    key ? `kunci: ${key.path}. Ubah dengan --key <kolom>` : 'tidak ada kolom kunci. Sebut dengan --key <kolom>',
    ...(sketch.rows === undefined && choices.rows === undefined
      ? [`rekaman ada di "${found.rows}". Ubah dengan --rows`]
      : []),
    okWhen
      ? `jawaban baik bila ${Object.keys(okWhen).join(', ')} seperti di contoh. Ubah di okWhen`
      : sketch.kind === 'rest' || sketch.kind === 'soap'
        ? 'tidak ada tanda jawaban baik; bila ada, tulis di okWhen'
        : undefined,
    omitted.length > 0 ? `rekaman yang ditandai terhapus (${omitted.join(', ')}) dibuang. Ubah di omit` : undefined,
    personal.length > 0 && access.parent === 'Citizen'
      ? `data pribadi: ${personal.join(', ')}. Ubah di schema.graphql`
      : undefined,
    leftOut.length > 0
      ? `tidak ditulis karena tidak jelas milik siapa, padahal mungkin data pribadi: ${leftOut.join(', ')}. Sebut pemiliknya dengan --owner atau --by, atau tambahkan sendiri`
      : undefined,
    lists.length > 0 ? `daftar di dalam rekaman dilewati: ${lists.join(', ')}. Buat record sendiri` : undefined,
    unspeakable.length > 0
      ? `kolom dilewati karena namanya memuat . [ ] | atau spasi di ujung: ${unspeakable.join(', ')}`
      : undefined,
    dates.length > 0 ? `tanggal dibaca bulan/hari/tahun, periksa: ${dates.join(', ')}` : undefined,
    found.rows.endsWith('[]') && isPaged(sketch.answer)
      ? 'jawabannya tampak dibagi per halaman: tulis pages di operasi, lihat connectors/_template/README.md'
      : undefined,
    sketch.isInvented
      ? 'contoh jawaban dikarang dari uraiannya: ejaan tanggal dan uang belum diketahui. Ulangi dengan jawaban asli'
      : undefined,
    ...sketch.notes,
  ].filter((line) => line !== undefined);
}

function isPaged(answer: unknown): boolean {
  return (
    isRow(answer) &&
    Object.keys(answer).some((key) => /^(?:page|halaman|total|per_page|last_page|pagination|meta|next)$/i.test(key))
  );
}

function whoseAreThey({ access, fieldName, sketch }: Omit<ConnectorPlan, 'guesses'>): string {
  const { parent, owner, bindings, keepsOwn } = access;
  if (parent === 'Query')
    return `terbuka untuk semua orang (Query.${fieldName}), tanpa data pribadi. Bila milik warga: --owner atau --by <kolom>`;
  const link = Object.values(bindings).find((one) => one.startsWith('links.'));
  if (link)
    return `ditanya dengan nomor yang ditautkan ke warga (${link.slice('links.'.length)}), hanya untuk pemiliknya. ${sketch.parameters ? 'Ubah di resolve' : 'Ubah dengan --by <kolom>'}`;
  const whose = owner === 'parent' ? 'NIK yang ditanyakan' : `kolom ${owner}`;
  const note = keepsOwn ? '; sistem memberi semua rekaman, yang lain dibuang' : '';
  return `pemilik: ${whose}, hanya untuk pemiliknya${note}. Ubah dengan --owner <kolom>`;
}
