// What a person sees of four agencies at once: one typed query by fetch. README.md tells how to run it.
import { type AnswerError, ask } from './ask.ts';
import { describeStatus } from './describe-status.ts';
import { graphql } from './generated/gql.ts';

const home = graphql(`
  query Home {
    me {
      name
      permits { service status }
      taxBills { year total paid dueOn }
      complaints { title status }
    }
  }
`);

const { data, errors = [] } = await ask(home, {});
const me = data?.me;
const explain = ({ extensions: { code, opd, pesan } }: AnswerError) => `! ${pesan} [${opd ? `${code} ${opd}` : code}]`;

/** One agency's part. Null with an error means that it did not answer, which is not the same as having nothing. */
function show(title: string, field: keyof NonNullable<typeof me>, lines: readonly string[] | null | undefined) {
  const problems = errors.filter(({ path }) => path?.[0] === 'me' && path[1] === field).map(explain);
  const content = [...(lines ?? []), ...problems];
  console.log([title, ...(content.length > 0 ? content : ['tidak ada'])].join('\n  '));
}

if (me) {
  const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });
  const permits = me.permits?.map(({ service, status }) => `${service ?? '–'}: ${describeStatus(status)}`);
  const bills = me.taxBills?.map(({ year, total, paid, dueOn }) => {
    const amount = total === null ? '–' : rupiah.format(total);
    return `${year}: ${amount}, ${paid ? 'lunas' : `jatuh tempo ${dueOn ?? '–'}`}`;
  });
  const complaints = me.complaints?.map(({ title, status }) => `${title ?? '–'}: ${describeStatus(status)}`);
  show('Nama', 'name', me.name === null ? null : [me.name]);
  show('Izin', 'permits', permits);
  show('PBB', 'taxBills', bills);
  show('Pengaduan', 'complaints', complaints);
} else {
  // Nobody is logged in, or the hub itself is at fault.
  console.error(errors.map(explain).join('\n'));
  process.exitCode = 1;
}
