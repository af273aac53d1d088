// A kecamatan code that does not exist, so no number made with it can be a real person's.
const REGION = '157199';

const NAMES = ['Contoh Satu', 'Contoh Dua', 'Contoh Tiga', 'Contoh Empat', 'Contoh Lima', 'Contoh Enam'];
const BIRTHS = ['010190', '120285', '230379', '040488', '150593', '260672'];

/** The NIK of an invented person; different for each number. */
export function inventNik(number: number): string {
  return `${REGION}${BIRTHS[number % BIRTHS.length]}${String((number % 9998) + 1).padStart(4, '0')}`;
}

export function inventName(number: number): string {
  const round = Math.floor(number / NAMES.length);
  return `${NAMES[number % NAMES.length]}${round > 0 ? ` ke-${round + 1}` : ''}`;
}

export const inventAddress = (number: number): string => `Jalan Contoh Nomor ${number + 1}`;
export const inventPhone = (number: number): string => `08120000${String(number % 10_000).padStart(4, '0')}`;
export const inventEmail = (number: number): string => `warga${number + 1}@contoh.test`;
