import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CityEvent, createCityLife, readLifeCount, writeLifeCount } from './city-life.ts';
import { createPermitBook } from './dpmptsp/records.ts';
import { createPopulation } from './people/population.ts';
import { createComplaintDesk } from './sikesal/records.ts';

const people = createPopulation(300);

function newCity() {
  const [book, desk] = [createPermitBook(people, 1), createComplaintDesk(people, 1)];
  const systems = [
    { name: 'dpmptsp', records: book.records, isKept: false },
    { name: 'sikesal', records: desk.records, isKept: false },
  ];
  const life = createCityLife(systems, 1);
  const look = () => JSON.stringify([book.listChangedSince('2000-01-01'), desk.listChangedSince(0)]);
  return { life, look };
}

async function live(count: number) {
  const city = newCity();
  const events: (CityEvent | undefined)[] = [];
  for (let done = 0; done < count; done += 1) events.push(await city.life.next());
  return { ...city, events };
}

test('things of all kinds happen in every system, the same for the same seed', async () => {
  const { events } = await live(60);
  expect((await live(60)).events).toEqual(events);
  expect(new Set(events.map((event) => event?.system))).toEqual(new Set(['dpmptsp', 'sikesal']));
  expect(new Set(events.map((event) => event?.action))).toEqual(new Set(['change', 'add', 'remove']));
});

test('a city that starts again repeats its life, and goes on as if it had never stopped', async () => {
  const first = await live(25);
  const again = newCity();
  await again.life.repeat(25);
  expect(again.look()).toBe(first.look());
  expect(await again.life.next()).toEqual(await first.life.next());
  expect(again.look()).toBe(first.look());
});

test('a system that keeps its records does not live through them twice', async () => {
  const calls: string[] = [];
  const act = () => {
    calls.push('x');
    return 'x';
  };
  const records = { change: act, add: act, remove: act, runTo: () => {} };
  const life = createCityLife([{ name: 'simrs', records, isKept: true }], 1);
  await life.repeat(10);
  expect([calls, life.count]).toEqual([[], 10]);
  await life.next();
  expect(calls).toEqual(['x']);
});

test('nothing happens in a system that is not there', async () => {
  const refuse = () => Promise.reject(new Error('the database is not connected yet'));
  const records = { change: refuse, add: refuse, remove: refuse, runTo: () => {} };
  expect(await createCityLife([{ name: 'simrs', records, isKept: true }], 1).next()).toBeUndefined();
});

test('how much has happened is kept for the same city alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'life-'));
  const file = join(folder, 'life.json');
  expect(readLifeCount(file, 300, 1)).toBe(0);
  writeLifeCount(file, 300, 1, 12);
  expect([readLifeCount(file, 300, 1), readLifeCount(file, 300, 2), readLifeCount(file, 40, 1)]).toEqual([12, 0, 0]);
  rmSync(folder, { recursive: true });
});
