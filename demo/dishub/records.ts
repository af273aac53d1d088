import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { type TestRow, VEHICLE_KINDS, type Vehicle, type VehicleRow } from './vehicle.ts';

/** The test station's vehicles, found by what is written on them. */
export interface VehicleRegister {
  /** By the test number, in any case and with any blanks. */
  findByTestNumber(nouji: string): Vehicle | undefined;
  /** By the registration number, likewise. */
  findByPlate(plate: string): Vehicle | undefined;
}

/** Which vehicle belongs to whom: the service itself can only be asked by what is written on the vehicle. */
export interface VehicleLink {
  readonly nik: string;
  readonly nouji: string;
}

/** Share of adults who own a vehicle that must be tested. */
const OWNER_SHARE = 0.07;
/** A test is good for six months. */
const VALID_DAYS = 182;
const NO_DAY = '0000-00-00';

interface Test {
  readonly day: string;
  readonly passed: boolean;
}

/** Days of the tests of the aliased people's vehicles, newest first; who is not here owns none. */
const ALIAS_TESTS: Readonly<Partial<Record<string, readonly (readonly Test[])[]>>> = {
  demo: [
    [
      { day: '2026-09-08', passed: true },
      { day: '2026-03-12', passed: true },
    ],
  ],
  ganda: [
    [{ day: '2026-10-05', passed: true }],
    [
      { day: '2026-06-22', passed: false },
      { day: '2025-12-15', passed: true },
    ],
  ],
  aneh: [[{ day: '2026-05-20', passed: true }]],
};

/** Opens the register over these people's vehicles. */
export function createVehicleRegister(people: readonly Person[], seed: number): VehicleRegister {
  let shelves: { byNumber: Map<string, Vehicle>; byPlate: Map<string, Vehicle> } | undefined;
  const open = () => {
    if (shelves) return shelves;
    const vehicles = listVehicles(people, seed);
    shelves = {
      byNumber: new Map(vehicles.map((vehicle) => [compact(vehicle.row.nouji), vehicle])),
      byPlate: new Map(vehicles.map((vehicle) => [compact(vehicle.row.no_registrasi_kendaraan), vehicle])),
    };
    return shelves;
  };
  return {
    findByTestNumber: (nouji) => open().byNumber.get(compact(nouji)),
    findByPlate: (plate) => open().byPlate.get(compact(plate)),
  };
}

/** Returns which vehicle belongs to which person, in the order of the people. */
export function listVehicleLinks(people: readonly Person[], seed: number): readonly VehicleLink[] {
  return listVehicles(people, seed).map(({ ownerNik, row }) => ({ nik: ownerNik, nouji: row.nouji }));
}

function compact(number: string): string {
  return number.replace(/\s/g, '').toUpperCase();
}

function listVehicles(people: readonly Person[], seed: number): readonly Vehicle[] {
  const vehicles: Vehicle[] = [];
  for (const person of people) {
    const random = createRandom(seed, 'kir', person.nik);
    for (const tests of listTests(person, random)) {
      vehicles.push(toVehicle(person, tests, vehicles.length + 1, random));
    }
  }
  return vehicles;
}

/** The tests of each vehicle that a person owns. */
function listTests(person: Person, random: Random): readonly (readonly Test[])[] {
  if (person.alias) return ALIAS_TESTS[person.alias] ?? [];
  if (ageOn(person.birthDate) < ADULT_AGE || !random.chance(OWNER_SHARE)) return [];
  return Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => inventTests(random));
}

function inventTests(random: Random): readonly Test[] {
  const count = random.whole(1, 4);
  const lastDay = addDays(REFERENCE_DAY, -random.whole(1, random.chance(0.2) ? 400 : VALID_DAYS));
  return Array.from({ length: count }, (_, age) => ({
    day: addDays(lastDay, -age * VALID_DAYS - random.whole(0, 9)),
    passed: random.chance(0.93),
  }));
}

function toVehicle(person: Person, tests: readonly Test[], serial: number, random: Random): Vehicle {
  const row = toRow(person, serial, random);
  const rows = tests.map((test, position) => toTestRow(test, serial, tests.length - position));
  if (person.alias !== 'aneh') return { ownerNik: person.nik, row, tests: rows };
  // What was typed in a hurry: no blanks in the plate, a test entered twice and struck out once, a validity left at zero.
  return {
    ownerNik: person.nik,
    row: { ...row, no_registrasi_kendaraan: compact(row.no_registrasi_kendaraan), rfid: null },
    tests: rows.flatMap((test) => [
      { ...test, masa_berlaku: NO_DAY },
      { ...test, no_hasil: `${test.no_hasil}-A`, is_deleted: '1' as const },
    ]),
  };
}

function toRow(person: Person, serial: number, random: Random): VehicleRow {
  const kind = person.alias ? VEHICLE_KINDS[0] : random.pick(VEHICLE_KINDS);
  const [min, max] = kind.weight;
  const weight = Math.round(random.whole(min, max) / 50) * 50;
  const plate = `BH ${8_000 + (serial % 2_000)} Q${String.fromCharCode(65 + (Math.floor(serial / 2_000) % 26))}`;
  return {
    nouji: `JB${String(serial).padStart(7, '0')}`,
    no_registrasi_kendaraan: !person.alias && random.chance(0.3) ? compact(plate) : plate,
    nama_pemilik: person.name.toUpperCase(),
    jenis_kendaraan: kind.name,
    merek: random.pick(kind.makes),
    no_rangka: `CONTOH${String(random.whole(0, 99_999_999_999)).padStart(11, '0')}`,
    jbb: withDots(weight),
    jbi: withDots(weight - 150),
    rfid: random.chance(0.8) ? hex(random, 24) : null,
    vcode: hex(random, 8),
  };
}

function toTestRow({ day, passed }: Test, serial: number, number: number): TestRow {
  return {
    no_hasil: `${String(serial).padStart(7, '0')}/${String(number).padStart(2, '0')}/${day.slice(0, 4)}`,
    tgl_uji: dashedDay(day),
    masa_berlaku: passed ? dashedDay(addDays(day, VALID_DAYS)) : NO_DAY,
    keterangan_hasil_uji: passed ? 'LULUS UJI BERKALA' : 'TIDAK LULUS',
    is_deleted: '0',
  };
}

/** Writes an ISO day as SQL Server's style 105 does. */
function dashedDay(day: string): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`;
}

function withDots(kilograms: number): string {
  return String(kilograms).replace(/\B(?=(\d{3})+$)/g, '.');
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => random.whole(0, 15).toString(16).toUpperCase()).join('');
}
