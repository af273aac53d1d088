import type { Language } from '../../language/language.ts';

/** What types and fields of the graph are called by people; several of the graph's may be one thing to them. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  Permit: { id: 'izin', en: 'permits' },
  PermitStep: { id: 'izin', en: 'permits' },
  Licence: { id: 'izin SiCantik', en: 'licences' },
  LicenceTerm: { id: 'izin SiCantik', en: 'licences' },
  Business: { id: 'usaha', en: 'businesses' },
  TaxBill: { id: 'pajak bumi dan bangunan', en: 'land and building tax' },
  WaterConnection: { id: 'langganan air', en: 'water account' },
  WaterBill: { id: 'tagihan air', en: 'water bills' },
  ClinicBooking: { id: 'antrean klinik', en: 'clinic bookings' },
  ClinicQueue: { id: 'antrean klinik', en: 'clinic bookings' },
  InspectedVehicle: { id: 'kendaraan', en: 'vehicles' },
  VehicleInspection: { id: 'uji kendaraan', en: 'vehicle tests' },
  JobSeekerCard: { id: 'kartu AK-1', en: 'job-seeker card' },
  SocialAid: { id: 'bantuan sosial', en: 'social aid' },
  Complaint: { id: 'pengaduan', en: 'complaints' },
  ComplaintEvent: { id: 'pengaduan', en: 'complaints' },
  ComplaintDeadlines: { id: 'pengaduan', en: 'complaints' },
  Employee: { id: 'kepegawaian', en: 'employment' },
  PerformanceReview: { id: 'penilaian kinerja', en: 'performance review' },
  DailyActivity: { id: 'laporan kegiatan', en: 'activity reports' },
  ActivityToApprove: { id: 'laporan kegiatan', en: 'activity reports' },
  ReportedDay: { id: 'laporan kegiatan', en: 'activity reports' },
  AttendanceDay: { id: 'kehadiran', en: 'attendance' },
  AllowancePayment: { id: 'TPP yang dibayar', en: 'paid allowances' },
  Allowance: { id: 'TPP', en: 'allowance' },
  AllowanceLine: { id: 'TPP', en: 'allowance' },
  MissingAllowanceInput: { id: 'TPP', en: 'allowance' },
  OpdAllowance: { id: 'TPP', en: 'allowance' },
  Application: { id: 'daftar permohonan', en: 'list of applications' },
  ApplicationStep: { id: 'daftar permohonan', en: 'list of applications' },
  Submission: { id: 'kiriman', en: 'submissions' },
  SubmissionStep: { id: 'kiriman', en: 'submissions' },
  SubmissionPage: { id: 'kiriman', en: 'submissions' },
  AccountLink: { id: 'nomor yang dihubungkan', en: 'linked numbers' },
  Consent: { id: 'persetujuan', en: 'consents' },
  DataRequest: { id: 'permintaan tentang data', en: 'requests about data' },
  MyData: { id: 'salinan seluruh data', en: 'copy of all data' },
  Address: { id: 'alamat', en: 'address' },
  IdentityMatch: { id: 'pencocokan identitas', en: 'identity check' },
  Case: { id: 'membuka kasus tentang Anda', en: 'opened a case on you' },
  BreakGlassRequest: { id: 'permintaan darurat tentang Anda', en: 'an emergency request on you' },
  Citizen: { id: 'data Anda', en: 'your data' },
  'Citizen.nik': { id: 'NIK', en: 'NIK' },
  'Citizen.name': { id: 'nama', en: 'name' },
  'Citizen.birthDate': { id: 'tanggal lahir', en: 'birth date' },
  'Citizen.address': { id: 'alamat', en: 'address' },
  'Citizen.identitySource': { id: 'nama', en: 'name' },
  'Citizen.verifyIdentity': { id: 'pencocokan identitas', en: 'identity check' },
  'Citizen.permits': { id: 'izin', en: 'permits' },
  'Citizen.licences': { id: 'izin SiCantik', en: 'licences' },
  'Citizen.businesses': { id: 'usaha', en: 'businesses' },
  'Citizen.taxBills': { id: 'pajak bumi dan bangunan', en: 'land and building tax' },
  'Citizen.waterConnections': { id: 'langganan air', en: 'water account' },
  'Citizen.clinicBookings': { id: 'antrean klinik', en: 'clinic bookings' },
  'Citizen.inspectedVehicles': { id: 'kendaraan', en: 'vehicles' },
  'Citizen.jobSeekerCards': { id: 'kartu AK-1', en: 'job-seeker card' },
  'Citizen.socialAid': { id: 'bantuan sosial', en: 'social aid' },
  'Citizen.complaints': { id: 'pengaduan', en: 'complaints' },
  'Citizen.employment': { id: 'kepegawaian', en: 'employment' },
  'Citizen.tpp': { id: 'TPP', en: 'allowance' },
  'Citizen.allowancePayments': { id: 'TPP yang dibayar', en: 'paid allowances' },
  'Citizen.reportingCalendar': { id: 'laporan kegiatan', en: 'activity reports' },
  'Citizen.applications': { id: 'daftar permohonan', en: 'list of applications' },
  'Citizen.submissions': { id: 'kiriman', en: 'submissions' },
  'Citizen.submission': { id: 'kiriman', en: 'submissions' },
  'Citizen.links': { id: 'nomor yang dihubungkan', en: 'linked numbers' },
  'Citizen.consents': { id: 'persetujuan', en: 'consents' },
  'Citizen.dataRequests': { id: 'permintaan tentang data', en: 'requests about data' },
  'Citizen.myData': { id: 'salinan seluruh data', en: 'copy of all data' },
};

/** Says in plain words which data fields of the graph are, each once; what has no words yet is shown as it is called. */
export function sayFields(fields: readonly string[], language: Language): string[] {
  const words = fields.map((field) => {
    const [type = field] = field.split('.');
    return (WORDS[field] ?? WORDS[type])?.[language] ?? field;
  });
  return [...new Set(words)];
}

const PURPOSES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'layanan-warga': { id: 'melayani Anda', en: 'serving you' },
  'pelayanan-izin': { id: 'pelayanan izin', en: 'handling permits' },
  'verifikasi-data': { id: 'pencocokan data', en: 'checking data' },
  pengaduan: { id: 'penanganan pengaduan', en: 'handling complaints' },
  'pembayaran-tpp': { id: 'pembayaran TPP', en: 'paying allowances' },
  // A case that an officer opens to answer a request about data.
  'hak-subjek-data': { id: 'menjawab permintaan Anda tentang data', en: 'answering your request about your data' },
  'pengingat-pajak': { id: 'pengingat pajak', en: 'reminding of taxes' },
  'pengawasan-kota': { id: 'pengawasan kota', en: 'oversight of the city' },
  'pengelolaan-sistem': { id: 'pengelolaan sistem', en: 'looking after the systems' },
};

/** Says in plain words what for; a purpose of another application is shown as that wrote it. */
export function sayPurpose(purpose: string, language: Language): string {
  return PURPOSES[purpose]?.[language] ?? purpose.replaceAll('-', ' ');
}
