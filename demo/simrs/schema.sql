create table pasien (
  no_rkm_medis varchar(15) not null primary key,
  nm_pasien varchar(40) default null,
  no_ktp varchar(20) default null,
  jk enum('L','P') default null,
  tmp_lahir varchar(15) default null,
  tgl_lahir date default null,
  alamat varchar(200) default null,
  gol_darah enum('A','B','O','AB','-') default null,
  no_tlp varchar(40) default null,
  tgl_daftar date default null,
  no_peserta varchar(25) default null,
  key no_ktp (no_ktp),
  key nm_pasien (nm_pasien)
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table poliklinik (
  kd_poli char(5) not null primary key,
  nm_poli varchar(50) default null,
  registrasi double not null default 0,
  status enum('0','1') not null
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table dokter (
  kd_dokter varchar(20) not null primary key,
  nm_dokter varchar(50) default null,
  jk enum('L','P') default null,
  status enum('0','1') not null
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table jadwal (
  kd_dokter varchar(20) not null,
  hari_kerja enum('SENIN','SELASA','RABU','KAMIS','JUMAT','SABTU','AKHAD') not null,
  jam_mulai time not null,
  jam_selesai time default null,
  kd_poli char(5) default null,
  kuota int default null,
  primary key (kd_dokter, hari_kerja, jam_mulai),
  key kd_poli (kd_poli)
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table booking_registrasi (
  tanggal_booking date default null,
  jam_booking time default null,
  no_rkm_medis varchar(15) not null,
  tanggal_periksa date not null,
  kd_dokter varchar(20) default null,
  kd_poli varchar(5) default null,
  no_reg varchar(8) default null,
  kd_pj char(3) default null,
  limit_reg int default null,
  waktu_kunjungan datetime default null,
  status enum('Terdaftar','Belum','Batal','Dokter Berhalangan') default null,
  kd_booking varchar(20) default null,
  primary key (no_rkm_medis, tanggal_periksa),
  key tanggal_periksa (tanggal_periksa, kd_dokter)
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table pemeriksaan_ralan (
  no_rawat varchar(17) not null,
  tgl_perawatan date not null,
  jam_rawat time not null,
  keluhan varchar(400) default null,
  penilaian varchar(400) default null,
  primary key (no_rawat, tgl_perawatan, jam_rawat)
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

grant select on pasien to hub_baca_rsud@localhost;
grant select on poliklinik to hub_baca_rsud@localhost;
grant select on dokter to hub_baca_rsud@localhost;
grant select on jadwal to hub_baca_rsud@localhost;
grant select on booking_registrasi to hub_baca_rsud@localhost;
grant select, insert, update, delete on sik.* to khanza@localhost;
