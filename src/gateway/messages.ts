/** A sentence in Indonesian that an app can show as it is; `opd` is the agency's name where the error is about one. */
export function sentenceFor(code: string, opd: string | undefined, retryAfterSeconds: number | undefined): string {
  const agency = opd ?? 'sistem dinas';
  switch (code) {
    case 'UNAUTHENTICATED':
      return 'Silakan masuk terlebih dahulu, atau masuk kembali karena sesi Anda sudah berakhir.';
    case 'FORBIDDEN':
      return 'Anda tidak berhak melihat data ini.';
    case 'NOT_FOUND':
      return 'Data yang dicari tidak ditemukan.';
    case 'BAD_USER_INPUT':
      return 'Ada isian yang belum benar. Periksa kembali, misalnya NIK harus tepat 16 angka tanpa spasi.';
    case 'INGEST_SIGNATURE':
      return 'Kiriman tidak ditandatangani dengan benar. Periksa rahasia, alamat, dan cara menandatanganinya.';
    case 'INGEST_STALE':
      return 'Jam server pengirim berbeda terlalu jauh. Sesuaikan jam server, lalu kirim lagi.';
    case 'INGEST_REPLAYED':
      return 'Kiriman ini sudah diterima. Tandatangani setiap kiriman dengan waktu yang baru.';
    case 'PROOF_WRONG':
      return `Nomor dan keterangan tidak cocok dengan data ${agency}. Periksa kembali pada surat atau kartunya.`;
    case 'PROOF_IMPOSSIBLE':
      return `Data ${agency} belum lengkap, jadi nomor ini tidak dapat ditautkan dari aplikasi. Silakan datang ke ${agency}.`;
    case 'LINK_TAKEN':
      return `Nomor ini sudah ditautkan ke orang lain. Silakan datang ke ${agency} dengan kartu identitas.`;
    case 'TOO_MANY_REQUESTS':
      return `Terlalu banyak percobaan. Silakan coba lagi ${waiting(retryAfterSeconds)}.`;
    case 'OPD_UNAVAILABLE':
      return `Sistem ${agency} sedang tidak dapat dihubungi. Data lain tetap tampil; silakan coba lagi nanti.`;
    case 'OPD_BAD_ANSWER':
      return `Jawaban dari sistem ${agency} tidak dapat dibaca. Petugas perlu memeriksanya; data lain tetap tampil.`;
    case 'OPD_QUOTA':
      return `Batas permintaan ke sistem ${agency} sudah habis. Silakan coba lagi ${waiting(retryAfterSeconds)}.`;
    case 'SUBGRAPH_UNAVAILABLE':
    case 'SUBGRAPH_BAD_ANSWER':
      return 'Sebagian data sedang tidak dapat diambil. Data lain tetap tampil; silakan coba lagi nanti.';
    case 'LOGIN_UNAVAILABLE':
      return 'Layanan masuk sedang tidak dapat dihubungi. Silakan coba lagi sebentar lagi.';
    case 'OPERATION_TOO_LARGE':
      return 'Aplikasi meminta terlalu banyak data sekaligus. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.';
    case 'DOCUMENT_NOT_TRUSTED':
    case 'DOCUMENT_UNKNOWN':
      return 'Permintaan aplikasi ini tidak terdaftar. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.';
    case 'BAD_REQUEST':
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'OPERATION_RESOLUTION_FAILURE':
      return 'Aplikasi mengirim permintaan yang keliru. Silakan perbarui aplikasi atau laporkan kepada pembuatnya.';
    default:
      return 'Terjadi gangguan pada layanan. Silakan coba lagi; jika berulang, laporkan kepada Diskominfo.';
  }
}

function waiting(seconds: number | undefined): string {
  if (seconds === undefined) return 'nanti';
  if (seconds < 90) return `dalam ${Math.ceil(seconds)} detik`;
  if (seconds < 5400) return `dalam ${Math.ceil(seconds / 60)} menit`;
  return `dalam ${Math.ceil(seconds / 3600)} jam`;
}
