/** Migrations: numbered, forward only, in this order. Never edit one that was released. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const migrations: Record<string, Migration> = {
  '0001-the-main-job': {
    async up(db: Kysely<unknown>) {
      for (const statement of theMainJob.split(';\n').filter((text) => text.trim()))
        await sql.raw(statement).execute(db)
    },
  },

  '0002-places-of-a-fingerprint': {
    async up(db: Kysely<unknown>) {
      await sql`alter table notice_fingerprints add column places jsonb`.execute(db)
    },
  },
}

const theMainJob = `
create table installation (
  one boolean primary key default true check (one),
  ref text not null
);
create table cases (
  id uuid primary key,
  number_ref bytea not null unique,
  passphrase bytea not null,
  age_band text not null check (age_band in ('adult', '16-17', 'under-16')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  lang text not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create table sessions (
  token_ref bytea primary key,
  case_id uuid not null references cases on delete cascade,
  seen_at timestamptz not null
);
create index on sessions (case_id);
create table items (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  sealed bytea not null,
  practice boolean not null,
  created_at timestamptz not null
);
create index on items (case_id);
create table index_log (
  seq bigint generated always as identity primary key,
  case_id uuid not null,
  item_id uuid,
  op text not null check (op in ('enrolled', 'withdrawn'))
);
create table index_followers (
  id int primary key,
  applied bigint not null
);
create table channels (
  id text primary key,
  kind text not null,
  name text not null,
  url text not null,
  options jsonb not null,
  cursor text,
  paused boolean not null default false,
  removed boolean not null default false,
  created_at timestamptz not null,
  heard_at timestamptz,
  connected_at timestamptz,
  failures int not null default 0,
  problem text,
  polled_at timestamptz,
  poll_result jsonb,
  quota_day date,
  quota_used int not null default 0
);
insert into channels (id, kind, name, url, options, created_at) values ('practice', 'practice', 'Practice', '', '{}', now());
create table intake (
  position bigint generated always as identity primary key,
  channel_id text not null references channels on delete cascade,
  raw text not null check (length(raw) <= 65536),
  received_at timestamptz not null
);
create index on intake (channel_id, position);
create table notices (
  id bigint generated always as identity primary key,
  channel_id text not null references channels on delete cascade,
  source_id text not null check (length(source_id) <= 512),
  author text,
  kind text not null,
  at timestamptz not null,
  locations jsonb not null,
  digest bytea not null,
  snapshot text,
  received_at timestamptz not null,
  retracted_at timestamptz,
  unique (channel_id, source_id)
);
create index on notices (received_at);
create table notice_fingerprints (
  notice_id bigint not null references notices on delete cascade,
  type text not null,
  value bytea not null check (length(value) <= 200),
  quality smallint,
  primary key (notice_id, type, value)
);
create table retractions (
  channel_id text not null references channels on delete cascade,
  source_id text not null,
  author text not null,
  primary key (channel_id, source_id, author)
);
create table quarantine (
  id bigint generated always as identity primary key,
  channel_id text not null references channels on delete cascade,
  digest bytea not null,
  raw text not null,
  reason text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times int not null default 1,
  unique (channel_id, digest)
);
create table alerts (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  practice boolean not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index on alerts (case_id, created_at);
create table finds (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  item_id uuid not null references items on delete cascade,
  find_ref bytea not null unique,
  place_ref bytea,
  alert_id uuid references alerts on delete set null,
  practice boolean not null,
  answer text check (answer in ('not-me', 'later')),
  sealed bytea not null,
  created_at timestamptz not null
);
create index on finds (case_id) where alert_id is null;
create index on finds (alert_id);
create index on finds (item_id);
create table matches (
  id uuid primary key,
  find_id uuid not null references finds on delete cascade,
  case_id uuid not null references cases on delete cascade,
  channel_id text not null references channels on delete cascade,
  notice_ref bytea not null,
  kind text not null,
  distance smallint not null,
  sealed bytea not null,
  retracted_at timestamptz,
  unique (find_id, notice_ref)
);
create index on matches (notice_ref);
create index on matches (case_id);
create index on matches (channel_id);
create table requests (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  place_ref bytea not null,
  route text not null,
  ground text not null,
  practice boolean not null,
  state text not null,
  sent_at timestamptz,
  due_at timestamptz,
  sealed bytea not null,
  created_at timestamptz not null,
  unique (case_id, place_ref, route, ground)
);
create table deliveries (
  id uuid primary key,
  alert_id uuid not null unique references alerts on delete cascade,
  case_id uuid not null references cases on delete cascade,
  state text not null,
  claim uuid,
  claimed_by int,
  attempts int not null default 0,
  code text,
  created_at timestamptz not null,
  settled_at timestamptz
);
create index on deliveries (case_id);
create table practices (
  id uuid primary key,
  case_id uuid not null unique references cases on delete cascade,
  started_at timestamptz not null
);
create table work (
  stage text not null,
  id text not null,
  due timestamptz not null,
  turn int not null default 0,
  batch uuid,
  queued_at timestamptz,
  attempts int not null default 0,
  problem text,
  parked boolean not null default false,
  primary key (stage, id)
);
create index on work (due) where batch is null and not parked;
create index on work (batch) where batch is not null;
create table workers (
  id int primary key,
  started_at timestamptz not null,
  stages text not null,
  mail boolean not null
);
create table attempts (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);
`
