-- Originals that are about to be stored: the file comes before the row, and what breaks off in between is swept at night.
create table photo_upload (
    id uuid primary key,
    sha256 text not null,
    begun_on date not null,
    constraint photo_upload_digest_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table photo_upload is 'An original that is being stored for a photo of this id; the row goes when the photo is kept. Names no report';
create index photo_upload_begun on photo_upload (begun_on);
