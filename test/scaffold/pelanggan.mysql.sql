create table pelanggan (
  no_langganan char(8) not null primary key,
  nama varchar(60),
  alamat varchar(120),
  kelurahan varchar(40),
  gol_tarif char(2),
  stand_akhir int,
  tunggakan decimal(12,0),
  tgl_pasang date,
  diubah datetime,
  is_deleted tinyint(1) not null default 0,
  `desc` text
) default charset = latin1 collate = latin1_swedish_ci;
insert into pelanggan values
  ('00812345', 'Renée Panggabean', 'Jl. Slamet Riyadi 22', 'BELUIH', 'R2', 1250, 175000, '2009-03-17', '2025-09-01 10:11:12', 0, 'rumah sudut'),
  ('00812399', 'H. Syarifuddin', 'Lrg. Kenanga 4', 'LEGOK', 'R1', 410, 0, '0000-00-00', '2025-09-02 08:00:00', 0, null);
