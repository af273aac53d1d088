import type { FastifyInstance } from 'fastify';
import { systemClock } from './base/clock.ts';
import type { HubParts } from './hub.ts';
import type { SessionKind } from './ports/web-session-store.ts';
import { type IssuerSettings, registerSessions } from './session/index.ts';

/** Wires the log-in sessions of the hub's own pages; undefined where nothing keeps them. */
export function createHubSessions(parts: HubParts): ((app: FastifyInstance) => Promise<void>) | undefined {
  const { webSessions, config, log, clock = systemClock } = parts;
  if (!webSessions) return undefined;
  const { publicUrl } = config;
  return (app) => registerSessions(app, { publicUrl, issuers: listIssuers(parts), ...webSessions, clock, log });
}

function listIssuers({ config, apps }: HubParts): Map<SessionKind, IssuerSettings> {
  const { issuer, webCitizenClient, webCitizenSecret, staffIssuer, webStaffClient, webStaffSecret } = config;
  const found = new Map<SessionKind, IssuerSettings>();
  const add = (kind: SessionKind, address: string | undefined, clientId = '', clientSecret?: string) => {
    const listScopes = () => apps.find(clientId)?.scopes ?? [];
    if (address !== undefined) found.set(kind, { issuer: address, clientId, clientSecret, listScopes });
  };
  add('warga', issuer, webCitizenClient, webCitizenSecret);
  add('kantor', staffIssuer, webStaffClient, webStaffSecret);
  return found;
}
