import { HubError } from '../../../base/hub-error.ts';
import { nameParameter } from '../guess/name-field.ts';
import { recognisePersonal } from '../guess/recognise-personal.ts';
import type { RequestChoice, ScaffoldSource, SourceSketch } from '../source-sketch.ts';

const OPERATION = /^(?:(GET|POST)\s+)?(\/\S*)$/i;

/**
 * Takes one recorded JSON answer of a REST service for all that is known of it; which address gives it is said by the
 * choice: `POST /izin/cari`.
 */
export function openSample(answer: unknown): ScaffoldSource {
  return {
    kind: 'rest',
    flag: '--operation',
    choices: [],
    sketch: async (choice) => sketchAnswer(answer, choice),
    close: async () => {},
  };
}

function sketchAnswer(answer: unknown, choice: string | undefined): SourceSketch {
  const [, method = 'POST', path] = OPERATION.exec(choice?.trim() ?? '') ?? [];
  if (path === undefined)
    throw new HubError('BAD_USER_INPUT', 'Say which address gives the answer, with --operation', {
      fix: 'Write it like: --operation "POST /izin/cari", or --operation "GET /dokumen?tahun=:tahun".',
    });
  refuseValues(path);
  const isGet = method.toUpperCase() === 'GET';
  const addressed = [...path.matchAll(/:([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  if (addressed.some((name) => recognisePersonal(name, []) === 'nik'))
    throw new HubError('BAD_USER_INPUT', 'A NIK would stand in the address, where every log keeps it', {
      fix: 'Ask its makers for a POST that takes it in the body.',
    });
  const inPath = addressed.map((name) => ({ name, parameter: name, declared: undefined, isAddressed: true }));
  return {
    kind: 'rest',
    subject: path.split('?')[0] ?? path,
    describe: `Layanan web, ${method.toUpperCase()} ${path.split('?')[0]}`,
    answer,
    isInvented: false,
    rows: undefined,
    declared: new Map(),
    // By what a POST is asked stands in its body, which nobody has shown.
    parameters: isGet || inPath.length > 0 ? inPath : undefined,
    key: undefined,
    source: {},
    auth: undefined,
    attachments: new Map(),
    notes: [],
    request: ({ by }: RequestChoice) =>
      isGet ? { get: path } : { post: path, ...(by && { body: { [by.column]: `:${nameParameter(by.parameter)}` } }) },
  };
}

/** An address is written into the connector file, so it may hold nobody's number and no password. */
function refuseValues(path: string): void {
  const isSecret = /[?&](?:[\w-]*(?:key|token|pass|sandi|secret|auth)[\w-]*)=[^:&]/i.test(path);
  if (!isSecret && !/\d{8,}/.test(path)) return;
  throw new HubError('BAD_USER_INPUT', 'The address holds a number of somebody or a password', {
    fix: 'Write a parameter instead, for example ?nomor=:nomor; a key belongs into auth of the connector file.',
  });
}
