import { Route, Switch } from 'wouter';
import { FollowLevy } from './follow-levy.tsx';
import { ReportLevy } from './report-levy.tsx';

/** Reports of illegal levies: made and followed without a log-in. */
export function Levies() {
  return (
    <Switch>
      <Route path="/pungli/ikuti" component={FollowLevy} />
      <Route component={ReportLevy} />
    </Switch>
  );
}
