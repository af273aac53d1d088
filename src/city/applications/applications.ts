import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { ListedApplication } from '../../ports/application-list.ts';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { ApplicationStatus } from '../generated/resolver-types.ts';
import { findOpd } from '../registry/opd-registry.ts';

const OVER: readonly string[] = ['DONE', 'REJECTED', 'CANCELLED'];

/** An application as the graph shows it. */
export type ShownApplication = ReturnType<typeof describeApplication>;

/** Describes an application of a citizen on a day, `YYYY-MM-DD`. */
export function describeApplication(
  application: ListedApplication,
  nik: string,
  today: string,
  services: ServiceRules | undefined,
) {
  const {
    stream,
    service,
    called,
    charged = null,
    status,
    submittedOn = null,
    dueOn = null,
    asOfMs,
    ...rest
  } = application;
  const { steps, ...more } = rest;
  const [opd = '', system = ''] = stream.split('/');
  const rule = services?.find(`${opd}/${system}`, called);
  const officialFee = submittedOn === null ? undefined : rule?.officialFee(submittedOn);
  const handedIn = submittedOn === null ? [] : [{ status: 'SUBMITTED' as const, on: `${submittedOn}T00:00:00+07:00` }];
  // What the hub saw while it was new is its handing-in once more.
  const later = handedIn.length > 0 && steps[0]?.status === 'SUBMITTED' ? steps.slice(1) : steps;
  return {
    ...more,
    nik,
    stream,
    service: { code: rule?.code ?? null, name: service },
    charged,
    officialFee: officialFee ?? null,
    overcharge: charged === null || officialFee === undefined ? null : Math.max(0, charged - officialFee),
    opd: findOpd(opd) ?? null,
    status: status as ApplicationStatus,
    submittedOn,
    dueOn,
    overdue: dueOn === null ? null : dueOn < today && !OVER.includes(status),
    timeline: [
      ...handedIn,
      ...later.map((step) => ({ status: step.status as ApplicationStatus, on: formatJakartaInstant(step.atMs) })),
    ].map((step) => ({ ...step, [OWNER]: nik })),
    source: { opd, system, mode: 'COPY' as const, asOf: formatJakartaInstant(asOfMs) },
    [OWNER]: nik,
  };
}
