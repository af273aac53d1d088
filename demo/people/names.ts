import type { Random } from '../random.ts';
import type { Sex } from './person.ts';

// Common given and family names of Jambi (Malay, Minang, Batak, Javanese), chosen so that no pair is a public figure.
const MEN = [
  'Rahmat',
  'Hendri',
  'Yuda',
  'Budi',
  'Dedi',
  'Rudi',
  'Iwan',
  'Fahmi',
  'Ilham',
  'Reza',
  'Doni',
  'Eko',
  'Wahyu',
  'Taufik',
  'Syafri',
  'Zainal',
  'Muslim',
  'Hamdan',
  'Robi',
  'Andri',
  'Feri',
  'Gunawan',
  'Hasan',
  'Jefri',
  'Suparman',
  'Tarmizi',
];
const WOMEN = [
  'Siti',
  'Nur',
  'Ayu',
  'Rini',
  'Yuni',
  'Erna',
  'Fitri',
  'Wati',
  'Ratna',
  'Yanti',
  'Desi',
  'Mira',
  'Nova',
  'Lina',
  'Evi',
  'Suryani',
  'Rosdiana',
  'Halimah',
  'Zubaidah',
  'Murni',
  'Neneng',
  'Tuti',
  'Winda',
  'Sari',
  'Novita',
  'Asmawati',
];
const MEN_SECOND = [
  'Saputra',
  'Hidayat',
  'Kurniawan',
  'Firmansyah',
  'Syahputra',
  'Efendi',
  'Iskandar',
  'Mulyadi',
  'Ramadhan',
  'Alamsyah',
  'Usman',
  'Pratama',
  'Wibisono',
  'Abdillah',
];
const WOMEN_SECOND = [
  'Marlina',
  'Rahmawati',
  'Handayani',
  'Wulandari',
  'Anggraini',
  'Fitriani',
  'Yuliana',
  'Susanti',
  'Kartini',
  'Oktaviani',
  'Khairani',
  'Hasanah',
  'Maharani',
  'Puspita',
];
const FAMILY = [
  'Siregar',
  'Harahap',
  'Hasibuan',
  'Marpaung',
  'Simbolon',
  'Tanjung',
  'Chaniago',
  'Piliang',
  'Koto',
  'Sikumbang',
];

/** Invents a full name; about one in four carries a Batak or Minang family name, which children inherit. */
export function inventName(random: Random, sex: Sex, family?: string): string {
  const given = random.pick(sex === 'male' ? MEN : WOMEN);
  const second = random.pick(sex === 'male' ? MEN_SECOND : WOMEN_SECOND);
  if (family) return random.chance(0.5) ? `${given} ${family}` : `${given} ${second} ${family}`;
  return `${given} ${second}`;
}

/** Invents the family name of a household, or none: most families of Jambi use no family name. */
export function inventFamilyName(random: Random): string | undefined {
  return random.chance(0.25) ? random.pick(FAMILY) : undefined;
}
