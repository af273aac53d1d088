import type { Clock } from '../../base/clock.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { createWorkingCalendar } from './working-calendar.ts';

/** Creates the resolver of the city's working days. */
export function createCalendarResolvers(clock: Clock): Pick<Resolvers, 'Query'> {
  const calendar = createWorkingCalendar();
  return {
    Query: {
      workingCalendar: (_root, { year: asked }) => {
        const year = asked ?? Number(formatJakartaDay(clock.now()).slice(0, 4));
        const holidays = calendar.listHolidays(year).map(({ day, name, kind, isCertain }) => ({
          on: day,
          name,
          isCollectiveLeave: kind === 'cuti bersama',
          isCertain,
        }));
        return { year, isComplete: calendar.isComplete(year), holidays };
      },
    },
  };
}
