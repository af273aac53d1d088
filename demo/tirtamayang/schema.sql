create table pelanggan (
  no_langganan char(8) not null primary key,
  nama varchar(60) not null,
  alamat varchar(80) not null,
  kelurahan varchar(30) not null,
  gol_tarif char(2) not null,
  status_aktif char(1) not null default '1',
  update_at timestamp not null default current_timestamp()
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table rekening (
  no_langganan char(8) not null,
  periode char(6) not null,
  stand_lalu int not null default 0,
  stand_ini int not null default 0,
  stand_angkat int not null default 0,
  stand_pasang int not null default 0,
  pakai int not null default 0,
  harga_air decimal(12,0) not null default 0,
  biaya_meter_air decimal(12,0) not null default 0,
  materai decimal(12,0) not null default 0,
  denda decimal(12,0) not null default 0,
  total varchar(20) not null default '0',
  tgl_bayar date default null,
  primary key (no_langganan, periode)
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table gangguan (
  id int not null auto_increment primary key,
  kelurahan varchar(30) not null,
  uraian varchar(200) not null,
  mulai datetime not null,
  perkiraan_selesai datetime default null,
  selesai datetime not null default '0000-00-00 00:00:00',
  key kelurahan (kelurahan)
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

create table user_loket (
  username varchar(20) not null primary key,
  password char(32) not null,
  loket varchar(20) not null
) engine=InnoDB default charset=latin1 collate=latin1_swedish_ci;

insert into user_loket values ('loket1', md5('bukan-sandi'), 'BROJONEGORO'), ('loket2', md5('bukan-sandi'), 'KASANG');

grant select on pelanggan to hub_baca@localhost;
grant select on rekening to hub_baca@localhost;
grant select on gangguan to hub_baca@localhost;
grant select, insert, update on pelanggan to loket_web@localhost;
grant select, insert, update, delete on rekening to loket_web@localhost;
grant select, insert, update on gangguan to loket_web@localhost;
grant select on user_loket to loket_web@localhost;
