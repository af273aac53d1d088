create schema ekinerja;
create schema eabsen;

create table ekinerja.pegawai (
  nip char(18) primary key,
  nik varchar(16),
  nama varchar(100) not null,
  status_asn varchar(4) not null,
  jabatan varchar(100) not null,
  kelas_jabatan smallint not null,
  id_satker integer not null,
  satker varchar(100) not null,
  atasan_nip char(18)
);

-- The city's clock: four in the afternoon of its "today", and each writing a second later.
create sequence ekinerja.jam minvalue 0;
create function ekinerja.sekarang() returns timestamp language sql as
  $$ select timestamp '2026-11-01 16:00:00' + nextval('ekinerja.jam') * interval '1 second' $$;

create table ekinerja.kin_harian (
  id varchar(32) primary key,
  nip char(18) not null,
  tgl date not null,
  uraian_keg_h text not null,
  target_kuan_h integer not null,
  target_output_h varchar(30) not null,
  target_waktu_h integer not null,
  tgl_target timestamp not null,
  real_kuan_h integer,
  real_waktu_h integer,
  tgl_real timestamp,
  ok_kuan_h integer,
  ok_waktu_h integer,
  tgl_ok timestamp,
  penilai_nip char(18),
  penilaian text,
  flag smallint not null default 1,
  tgl_ubah timestamp not null default ekinerja.sekarang()
);
create index on ekinerja.kin_harian (tgl_ubah, id);
create function ekinerja.catat_ubah() returns trigger language plpgsql as
  $$ begin new.tgl_ubah := ekinerja.sekarang(); return new; end $$;
create trigger catat_ubah before update on ekinerja.kin_harian
  for each row execute function ekinerja.catat_ubah();
create index on ekinerja.kin_harian (nip, tgl);
create index on ekinerja.kin_harian (tgl);

-- Yearly reviews (SKP), with the fields that BKN's SIASN has of them.
create table ekinerja.skp (
  nip char(18) not null,
  tahun smallint not null,
  hasil_kinerja varchar(20) not null,
  perilaku_kerja varchar(20) not null,
  kuadran_kinerja varchar(20) not null,
  primary key (nip, tahun)
);

create table ekinerja.pengguna (
  nip char(18) primary key,
  sandi varchar(60) not null
);

create table eabsen.absen (
  nip char(18) not null,
  tgl date not null,
  jam_masuk time,
  jam_pulang time,
  kode varchar(12),
  menit_terlambat integer not null default 0,
  menit_pulang_cepat integer not null default 0,
  primary key (nip, tgl)
);
create index on eabsen.absen (tgl);

create view ekinerja.v_pegawai as select * from ekinerja.pegawai;

create view ekinerja.v_pegawai_skp as
  select p.*, s.tahun as skp_tahun, s.hasil_kinerja, s.perilaku_kerja, s.kuadran_kinerja
  from ekinerja.pegawai p left join lateral (
    select tahun, hasil_kinerja, perilaku_kerja, kuadran_kinerja from ekinerja.skp
    where skp.nip = p.nip order by tahun desc limit 1) s on true;

create view ekinerja.v_kin_harian as
  select id, nip, tgl, uraian_keg_h, target_kuan_h, target_output_h, target_waktu_h, tgl_target,
    real_kuan_h, real_waktu_h, tgl_real, ok_kuan_h, ok_waktu_h, tgl_ok, penilai_nip, penilaian, flag,
    tgl_ubah
  from ekinerja.kin_harian;

create view ekinerja.v_rekap_kinerja as
  select nip, extract(year from tgl)::int as tahun, extract(month from tgl)::int as bulan,
    count(*)::int as kegiatan,
    count(tgl_ok)::int as disetujui,
    (count(*) filter (where tgl_ok is null and ok_kuan_h = 0))::int as ditolak,
    (count(*) filter (where tgl_ok is null and ok_kuan_h is null))::int as menunggu,
    coalesce(sum(real_waktu_h), 0)::int as menit_realisasi,
    coalesce(sum(ok_waktu_h), 0)::int as menit_disetujui
  from ekinerja.kin_harian
  where flag = 1
  group by 1, 2, 3;

create view eabsen.v_absen as
  select nip, tgl, jam_masuk, jam_pulang, kode, menit_terlambat, menit_pulang_cepat from eabsen.absen;

create view eabsen.v_rekap_absen as
  select nip, extract(year from tgl)::int as tahun, extract(month from tgl)::int as bulan,
    count(*)::int as hari_kerja,
    (count(*) filter (where kode = 'hadir'))::int as hadir,
    (count(*) filter (where kode = 'dinas_luar'))::int as dinas_luar,
    (count(*) filter (where kode = 'cuti'))::int as cuti,
    (count(*) filter (where kode = 'sakit'))::int as sakit,
    (count(*) filter (where kode is null))::int as tk,
    (count(*) filter (where menit_terlambat > 0))::int as kali_terlambat,
    sum(menit_terlambat)::int as menit_terlambat,
    (count(*) filter (where menit_pulang_cepat > 0))::int as kali_pulang_cepat,
    sum(menit_pulang_cepat)::int as menit_pulang_cepat,
    (count(*) filter (where kode = 'hadir' and jam_pulang is null))::int as tanpa_pulang
  from eabsen.absen
  group by 1, 2, 3;

grant usage on schema ekinerja, eabsen to hub_baca_bkpsdmd;
grant select on ekinerja.v_pegawai, ekinerja.v_pegawai_skp, ekinerja.v_kin_harian, ekinerja.v_rekap_kinerja, eabsen.v_absen, eabsen.v_rekap_absen
  to hub_baca_bkpsdmd;
grant usage on schema ekinerja to ekinerja_app;
grant select on ekinerja.pegawai, ekinerja.kin_harian, ekinerja.pengguna to ekinerja_app;
grant insert, update on ekinerja.kin_harian to ekinerja_app;
grant usage on sequence ekinerja.jam to ekinerja_app;
