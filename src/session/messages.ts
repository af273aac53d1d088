import type { Message } from './message-page.ts';

/** What people read when they cannot log in. */
export const messages = {
  notSetUp: {
    title: ['Masuk belum tersedia', 'Log-in is not set up'],
    text: [
      'Masuk melalui halaman ini belum disiapkan di hub ini. Layanan lain tetap dapat dipakai.',
      'Logging in on these pages has not been set up at this hub. Everything else can be used.',
    ],
  },
  issuerSilent: {
    title: ['Layanan masuk sedang tidak dapat dihubungi', 'The log-in service cannot be reached'],
    text: [
      'Ini bukan kesalahan Anda. Tunggu sebentar, lalu coba lagi.',
      'This is not your fault. Please wait a moment and try again.',
    ],
  },
  tooLate: {
    title: ['Proses masuk tidak dapat dilanjutkan', 'The log-in cannot go on'],
    text: [
      'Proses masuk ini sudah terlalu lama atau dimulai di peramban lain. Silakan mulai lagi.',
      'This log-in has taken too long, or was begun in another browser. Please begin again.',
    ],
  },
  refused: {
    title: ['Masuk tidak berhasil', 'You could not be logged in'],
    text: [
      'Layanan masuk menolak permintaan ini. Silakan coba lagi.',
      'The log-in service has refused this request. Please try again.',
    ],
  },
} as const satisfies Readonly<Record<string, Message>>;
