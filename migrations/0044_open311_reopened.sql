-- A case opened again after the other system ended it is sent there once more (docs/decisions/0067).
alter table open311_forward add column reopenings smallint not null default 0;
comment on column open311_forward.reopenings is 'How often the case had been opened again when it was sent; opened once more after they ended it, it is sent once more';
