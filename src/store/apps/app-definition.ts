import { HubError } from '../../base/hub-error.ts';
import type { RegisteredApp } from '../../ports/app-registry.ts';

/** An application as its owner describes it. */
export interface AppDefinition extends Omit<RegisteredApp, 'scopes' | 'hasSecret'> {
  readonly scopes: readonly string[];
}

/** What each part must look like, and how that is said; for a file and for the command alike. */
export const appPatterns = {
  id: ['^[a-z0-9][a-z0-9._-]{0,63}$', 'must be small letters, digits, dots and hyphens, at most 64'],
  scopes: ['^[a-z][a-z0-9._:-]*$', 'must be scopes such as citizen or citizen.bpprd'],
  purposes: ['^[a-z][a-z0-9-]*$', 'must be words such as layanan-warga'],
  redirectUris: [
    '^(https://[^/#\\s]+[^#\\s]*|http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/[^#\\s]*)?|[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+:/[^#\\s]*)$',
    'must be addresses that begin with https://, or an app’s own scheme such as id.go.jambikota.app:/',
  ],
  origins: ['^https?://[a-z0-9.-]+(:\\d+)?$', 'must be origins such as https://app.jambikota.go.id, without a path'],
} as const satisfies Readonly<Record<string, readonly [pattern: string, sentence: string]>>;

export const DEFAULT_PER_MINUTE = 600;
export const MAX_PER_MINUTE = 1_000_000;

/** @throws HubError BAD_USER_INPUT that says all that is wrong with it. */
export function checkAppDefinition(app: AppDefinition): void {
  const wrong = Object.entries(appPatterns).flatMap(([part, [pattern, sentence]]) => {
    const values = [app[part as keyof typeof appPatterns]].flat();
    return values.every((value) => new RegExp(pattern).test(value)) ? [] : [`${part} ${sentence}`];
  });
  if (app.name.trim() === '' || app.owner.trim() === '') wrong.push('name and owner must not be empty');
  if (app.purposes.length === 0) wrong.push('purposes must name at least one: why does it ask?');
  if (!Number.isInteger(app.perMinute) || app.perMinute < 1 || app.perMinute > MAX_PER_MINUTE)
    wrong.push(`perMinute must be a whole number from 1 to ${MAX_PER_MINUTE}`);
  if (wrong.length > 0) throw new HubError('BAD_USER_INPUT', `The app is not well described: ${wrong.join('; ')}`);
}
