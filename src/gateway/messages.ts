/** A sentence in Indonesian that an app can show as it is; `opd` is the agency's name where the error is about one. */
export function sentenceFor(code: string, opd: string | undefined, retryAfterSeconds: number | undefined): string {
  const agency = opd ?? 'sistem dinas';
  switch (code) {
    case 'OPD_UNAVAILABLE':
      return `Sistem ${agency} sedang tidak dapat dihubungi. Data lain tetap tampil; silakan coba lagi nanti.`;
    case 'OPD_BAD_ANSWER':
      return `Jawaban dari sistem ${agency} tidak dapat dibaca. Petugas perlu memeriksanya; data lain tetap tampil.`;
    case 'OPD_QUOTA':
      return `Batas permintaan ke sistem ${agency} sudah habis. Silakan coba lagi ${waiting(retryAfterSeconds)}.`;
    case 'TOO_MANY_REQUESTS':
      return `Terlalu banyak permintaan. Silakan coba lagi ${waiting(retryAfterSeconds)}.`;
    case 'PROOF_WRONG':
      return `Nomor dan keterangan tidak cocok dengan data ${agency}. Periksa kembali pada surat atau kartunya.`;
    case 'PROOF_IMPOSSIBLE':
      return `Data ${agency} belum lengkap, jadi nomor ini tidak dapat ditautkan dari aplikasi. Silakan datang ke ${agency}.`;
    case 'LINK_TAKEN':
      return `Nomor ini sudah ditautkan ke orang lain. Silakan datang ke ${agency} dengan kartu identitas.`;
    case 'LINK_MISSING':
      return `Nomor Anda di ${agency} belum ditautkan, atau lebih dari satu. Tautkan dahulu satu nomor, lalu kirim lagi.`;
    default:
      return (Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined) ?? FAULT;
  }
}

const FAULT = 'Terjadi gangguan pada layanan. Silakan coba lagi; jika berulang, laporkan kepada Diskominfo.';
const PART_MISSING = 'Sebagian data sedang tidak dapat diambil. Data lain tetap tampil; silakan coba lagi nanti.';
const UNREGISTERED =
  'Permintaan aplikasi ini tidak terdaftar. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.';
const APP_AT_FAULT =
  'Aplikasi mengirim permintaan yang keliru. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.';

const SENTENCES: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Silakan masuk terlebih dahulu, atau masuk kembali karena sesi Anda sudah berakhir.',
  FORBIDDEN: 'Anda tidak berhak melihat data ini.',
  NOT_FOUND: 'Data yang dicari tidak ditemukan.',
  BAD_USER_INPUT: 'Ada isian yang belum benar. Periksa kembali, misalnya NIK harus tepat 16 angka tanpa spasi.',
  INGEST_SIGNATURE: 'Kiriman tidak ditandatangani dengan benar. Periksa rahasia, alamat, dan cara menandatanganinya.',
  INGEST_STALE: 'Jam server pengirim berbeda terlalu jauh. Sesuaikan jam server, lalu kirim lagi.',
  INGEST_REPLAYED: 'Kiriman ini sudah diterima. Tandatangani setiap kiriman dengan waktu yang baru.',
  SUBGRAPH_UNAVAILABLE: PART_MISSING,
  SUBGRAPH_BAD_ANSWER: PART_MISSING,
  LOGIN_UNAVAILABLE: 'Layanan masuk sedang tidak dapat dihubungi. Silakan coba lagi sebentar lagi.',
  SESSION_EXPIRED: 'Sesi Anda sudah berakhir. Silakan masuk kembali.',
  CSRF_REFUSED: 'Permintaan ini tidak dapat dipastikan berasal dari halaman hub. Muat ulang halaman, lalu coba lagi.',
  IDEMPOTENCY_KEY_REUSED:
    'Kiriman ini sudah pernah diterima dengan isi yang berbeda. Periksa daftar kiriman Anda sebelum mengirim lagi.',
  ATTACHMENT_REFUSED:
    'Berkas ini tidak dapat diterima. Kirim foto (JPEG, PNG, WebP) atau PDF biasa, paling besar 10 MB.',
  STORAGE_FULL: 'Berkas sedang tidak dapat disimpan karena penyimpanan penuh. Silakan coba lagi nanti.',
  ASSURANCE_TOO_LOW:
    'Untuk melihat data ini, silakan masuk kembali dengan cara yang lebih aman, misalnya dengan KTP elektronik.',
  APP_UNKNOWN: 'Aplikasi ini tidak terdaftar. Gunakan aplikasi resmi, atau laporkan kepada Diskominfo.',
  PURPOSE_MISSING:
    'Aplikasi tidak menyebutkan tujuan yang terdaftar. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.',
  CONSENT_MISSING: 'Aplikasi ini memerlukan persetujuan Anda sebelum dapat melihat data ini.',
  AUDIT_UNAVAILABLE:
    'Catatan akses sedang tidak dapat ditulis, sehingga data tidak ditampilkan. Silakan coba lagi sebentar lagi.',
  OPERATION_TOO_LARGE:
    'Aplikasi meminta terlalu banyak data sekaligus. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.',
  DOCUMENT_NOT_TRUSTED: UNREGISTERED,
  DOCUMENT_UNKNOWN: UNREGISTERED,
  BAD_REQUEST: APP_AT_FAULT,
  GRAPHQL_PARSE_FAILED: APP_AT_FAULT,
  GRAPHQL_VALIDATION_FAILED: APP_AT_FAULT,
  OPERATION_RESOLUTION_FAILURE: APP_AT_FAULT,
};

function waiting(seconds: number | undefined): string {
  if (seconds === undefined) return 'nanti';
  if (seconds < 90) return `dalam ${Math.ceil(seconds)} detik`;
  if (seconds < 5400) return `dalam ${Math.ceil(seconds / 60)} menit`;
  return `dalam ${Math.ceil(seconds / 3600)} jam`;
}
