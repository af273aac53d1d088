import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { useTexts } from '../../language/texts.ts';
import { TabLinks } from '../../shell/tab-links.tsx';
import { View } from '../../shell/view.tsx';
import { OwnGate } from '../own-gate.tsx';
import { OnlySure } from '../own-part.tsx';
import { AccessLog } from './access-log.tsx';
import { Consents } from './consents.tsx';
import { DataRequests } from './data-requests.tsx';
import { Links } from './links.tsx';
import { MyData } from './my-data.tsx';
import { texts } from './texts.ts';

/** What the hub holds on the citizen and what he may do about it. */
export function Account() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.title}>
      <Switch>
        <Route path="/akun/akses">
          <Section title={t.accessTitle} lead={t.accessLead}>
            <AccessLog />
          </Section>
        </Route>
        <Route path="/akun/persetujuan">
          <Section title={t.consents} lead={t.consentsLead}>
            <Consents />
          </Section>
        </Route>
        <Route path="/akun/data">
          <Section title={t.data} lead={t.dataLead}>
            <OnlySure>
              <MyData />
            </OnlySure>
            <DataRequests />
          </Section>
        </Route>
        <Route>
          <Section title={t.links} lead={t.linksLead}>
            <Links />
          </Section>
        </Route>
      </Switch>
    </OwnGate>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

function Section({ title, lead, children }: SectionProps) {
  const t = useTexts(texts);
  const tabs = [
    ['/akun', t.links],
    ['/akun/akses', t.access],
    ['/akun/persetujuan', t.consents],
    ['/akun/data', t.data],
  ] as const;
  return (
    <>
      <TabLinks label={t.parts} tabs={tabs} />
      <View title={title} name={title} lead={lead}>
        {children}
      </View>
    </>
  );
}
