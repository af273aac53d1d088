create schema sipaten;
create table sipaten.surat (
  id serial primary key,
  no_surat varchar(40) not null,
  nik char(16) not null,
  nama varchar(80),
  jenis_surat varchar(30),
  tgl_surat date,
  dibuat timestamptz,
  biaya numeric(12, 2),
  halaman smallint,
  selesai boolean,
  berkas bytea
);
insert into sipaten.surat (no_surat, nik, nama, jenis_surat, tgl_surat, dibuat, biaya, halaman, selesai) values
  ('470/0021/KEL', '1571035506900004', 'Yuliana Pasaribu', 'domisili', '2025-10-01', '2025-10-01 01:02:03.456+00', 10000.00, 2, true),
  ('470/0022/KEL', '1571031203780006', 'Darmawan Sihombing', 'usaha', '2025-10-02', '2025-10-02 03:04:05+00', 0.00, 1, false),
  ('470/0023/KEL', '1571035506900004', 'Yuliana Pasaribu', 'sktm', null, null, null, null, null);
create view sipaten.v_surat as
  select no_surat, nik, nama, jenis_surat, tgl_surat, dibuat, biaya, halaman, selesai, berkas from sipaten.surat;
