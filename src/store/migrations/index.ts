import type { Migration } from 'kysely/migration';
import * as links from './0001-links.ts';
import * as dailyCalls from './0002-daily-calls.ts';
import * as pushedRows from './0003-pushed-rows.ts';
import * as accessLog from './0004-access-log.ts';
import * as apps from './0005-apps.ts';
import * as cases from './0006-cases.ts';
import * as linkHistory from './0007-link-history.ts';
import * as dataRequests from './0008-data-requests.ts';
import * as caseReferences from './0009-case-references.ts';
import * as copies from './0010-copies.ts';
import * as outbox from './0011-outbox.ts';
import * as attachments from './0012-attachments.ts';
import * as streamEnds from './0013-stream-ends.ts';
import * as cityFigures from './0014-city-figures.ts';
import * as serviceSearch from './0015-service-search.ts';
import * as levyReports from './0016-levy-reports.ts';
import * as allowances from './0017-allowances.ts';
import * as webSessions from './0018-web-sessions.ts';
import * as streamDrift from './0019-stream-drift.ts';

/** Every migration in order. Append only: a released one is never edited, renamed or removed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-links': links,
  '0002-daily-calls': dailyCalls,
  '0003-pushed-rows': pushedRows,
  '0004-access-log': accessLog,
  '0005-apps': apps,
  '0006-cases': cases,
  '0007-link-history': linkHistory,
  '0008-data-requests': dataRequests,
  '0009-case-references': caseReferences,
  '0010-copies': copies,
  '0011-outbox': outbox,
  '0012-attachments': attachments,
  '0013-stream-ends': streamEnds,
  '0014-city-figures': cityFigures,
  '0015-service-search': serviceSearch,
  '0016-levy-reports': levyReports,
  '0017-allowances': allowances,
  '0018-web-sessions': webSessions,
  '0019-stream-drift': streamDrift,
};
