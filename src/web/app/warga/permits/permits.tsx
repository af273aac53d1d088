import { Route, Switch } from 'wouter';
import { ApplyForm } from './apply-form.tsx';
import { ServiceSearch } from './service-search.tsx';
import { ServiceView } from './service-view.tsx';

/** Services: found without a log-in, applied for with one. */
export function Permits() {
  return (
    <Switch>
      <Route path="/layanan/:code/ajukan">{({ code }) => <ApplyForm key={code} code={code} />}</Route>
      <Route path="/layanan/:code">{({ code }) => <ServiceView code={code} />}</Route>
      <Route component={ServiceSearch} />
    </Switch>
  );
}
