-- What people type that no office does, by theme: competes with procedures, and wins with an honest "not ours".
create table procedure_elsewhere (
    theme text not null,
    phrase text not null,
    primary key (theme, phrase),
    constraint procedure_elsewhere_says_something check (theme <> '' and phrase <> '')
);
comment on table procedure_elsewhere is 'Shopping, recipes, football: a query nearer to one of these than to any procedure finds nothing; reviewed data';
