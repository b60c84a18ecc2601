drop table if exists entries;

create table entries (
    id bigint generated always as identity primary key,
    title varchar(200) not null,
    text varchar(10000) not null
);
