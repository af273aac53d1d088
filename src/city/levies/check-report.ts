import { HubError } from '../../base/hub-error.ts';
import type { LevyContent, LevyKind, NewLevyReport } from '../../ports/levy-desk.ts';
import type { SubgraphContext } from '../../subgraph/index.ts';
import type { LevyReportInput } from '../generated/resolver-types.ts';
import { listOpds } from '../registry/opd-registry.ts';
import { findStandard, opdOf } from '../services/service.ts';
import type { ServiceCatalogue } from '../services/service-catalogue.ts';

const KINDS = { ANONYMOUS: 'anonymous', SECRET: 'secret', OPEN: 'open' } as const satisfies Record<string, LevyKind>;
const MIN_KEY_LETTERS = 20;
const MAX_KEY_LETTERS = 100;
const MIN_TEXT_LETTERS = 10;
const MAX_PHOTOS = 3;

/**
 * Makes of what somebody typed a report that may be kept. Of whoever sends an anonymous one nothing is read.
 * @throws HubError BAD_USER_INPUT; UNAUTHENTICATED and FORBIDDEN for a named report by nobody, or out of a foreign application.
 */
export function checkReport(
  input: LevyReportInput,
  context: Pick<SubgraphContext, 'caller' | 'basis'>,
  catalogue: ServiceCatalogue,
  today: string,
): NewLevyReport {
  const { idempotencyKey, opd, day } = input;
  const kind = KINDS[input.kind];
  const service = input.service ?? undefined;
  const photos = input.photos ?? [];
  const text = input.text.trim();
  const found = service === undefined ? undefined : catalogue.find(service);
  refuseUnless(
    idempotencyKey.length >= MIN_KEY_LETTERS && idempotencyKey.length <= MAX_KEY_LETTERS,
    `idempotencyKey has ${MIN_KEY_LETTERS} to ${MAX_KEY_LETTERS} letters: make a UUID.`,
  );
  refuseUnless(day <= today, 'day is not in the future.');
  refuseUnless(
    listOpds(day).some(({ code }) => code === opd),
    'opd is the code of an OPD of that day, as opds gives it.',
  );
  refuseUnless(
    service === undefined || (found !== undefined && opdOf(found) === opd),
    'service is the code of a service of that OPD, as services gives it.',
  );
  refuseUnless(text.length >= MIN_TEXT_LETTERS, `text has at least ${MIN_TEXT_LETTERS} letters.`);
  refuseUnless(input.amountAsked >= 0 && (input.amountOfficial ?? 0) >= 0, 'Amounts are 0 or more.');
  refuseUnless(photos.length <= MAX_PHOTOS, `There are at most ${MAX_PHOTOS} photos.`);
  refuseUnless(new Set(photos).size === photos.length, 'Each photo is named once.');
  refuseUnless(kind !== 'anonymous' || !input.contact, 'An anonymous report has no contact.');
  const content: LevyContent = {
    amountAsked: input.amountAsked,
    amountOfficial: input.amountOfficial ?? undefined,
    officialFee: found && findStandard(found, day)?.fee,
    text,
    reporter: kind === 'anonymous' ? undefined : { nik: getNik(context), contact: input.contact ?? undefined },
  };
  return { idempotencyKey, kind, opd, service, day, content, photos };
}

function getNik({ caller, basis }: Pick<SubgraphContext, 'caller' | 'basis'>): string {
  if (caller.kind === 'anonymous')
    throw new HubError('UNAUTHENTICATED', 'A report that names its reporter needs his log-in.', {
      fix: 'Log in, or report anonymously.',
    });
  if (caller.kind === 'citizen' && basis === 'self') return caller.nik;
  throw new HubError('FORBIDDEN', 'A report that names its reporter is made in one of the city’s own applications.');
}

function refuseUnless(isRight: boolean, message: string): void {
  if (!isRight) throw new HubError('BAD_USER_INPUT', message);
}
