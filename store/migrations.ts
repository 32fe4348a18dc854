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

  '0003-notices-in-one-row': {
    async up(db: Kysely<unknown>) {
      for (const statement of noticesInOneRow.split(';\n').filter((text) => text.trim()))
        await sql.raw(statement).execute(db)
    },
  },

  '0004-no-digest-of-a-notice': {
    // Whether a notice says something else is asked of its columns; a digest for each that is new was the dearer way.
    async up(db: Kysely<unknown>) {
      await sql`alter table notices drop column digest`.execute(db)
    },
  },

  '0005-channels-of-many-kinds': {
    async up(db: Kysely<unknown>) {
      for (const statement of channelsOfManyKinds.split(';\n').filter((text) => text.trim()))
        await sql.raw(statement).execute(db)
    },
  },

  '0006-shares': {
    async up(db: Kysely<unknown>) {
      for (const statement of shares.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
    },
  },

  '0007-watches': {
    async up(db: Kysely<unknown>) {
      for (const statement of watches.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
    },
  },

  '0008-asked': {
    async up(db: Kysely<unknown>) {
      for (const statement of asked.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
    },
  },

  '0010-mail': {
    async up(db: Kysely<unknown>) {
      for (const statement of mail.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
    },
  },

  '0011-partners': {
    async up(db: Kysely<unknown>) {
      for (const statement of partners.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
    },
  },

  '0012-the-life-of-a-request': {
    async up(db: Kysely<unknown>) {
      for (const statement of lifeOfARequest.split(';\n').filter((text) => text.trim()))
        await sql.raw(statement).execute(db)
    },
  },

  '0013-the-case-record': {
    async up(db: Kysely<unknown>) {
      for (const statement of caseRecord.split(';\n').filter((text) => text.trim()))
        await sql.raw(statement).execute(db)
    },
  },

  '0014-sending-for-her': {
    async up(db: Kysely<unknown>) {
      for (const statement of sendingForHer.split(';\n').filter((text) => text.trim()))
        await sql.raw(statement).execute(db)
    },
  },

  '0015-outcomes': {
    async up(db: Kysely<unknown>) {
      for (const statement of outcomes.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
    },
  },

  '0009-figures': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table figures (
          channel_id text not null references channels on delete cascade,
          day date not null,
          platform text not null,
          subject text not null,
          measure text not null,
          count bigint not null,
          version text not null,
          primary key (channel_id, day, platform, subject, measure)
        )`.execute(db)
    },
  },
}

/**
 * A request is for one or several places of a host, and has steps after refusal or silence. A refusal from before had no
 * instant of its own: it is dated to the sending, which it followed. Requests that are waited for are looked at from now
 * on; those that were only prepared were never to be reminded of, and are not.
 */
const lifeOfARequest = `
alter table requests add column step text, add column step_at timestamptz, add column refused_at timestamptz,
  add column due bytea;
update requests set refused_at = sent_at where state = 'refused';
create table request_places (
  case_id uuid not null references cases on delete cascade,
  request_id uuid not null references requests on delete cascade,
  place_ref bytea not null,
  route text not null,
  ground text not null,
  round int not null,
  gone_at timestamptz,
  primary key (case_id, place_ref, route, ground, round)
);
create index on request_places (request_id);
insert into request_places (case_id, request_id, place_ref, route, ground, round, gone_at)
  select case_id, id, place_ref, route, ground, round, case when state = 'removed' then now() end from requests;
insert into work (stage, id, due) select 'follow-up', id::text, now() from requests
  where not practice and state in ('sent', 'acknowledged', 'refused', 'overdue') on conflict do nothing;
`

/** Entries are added and never changed: not by us either. An entry goes with its case; a link of the chain stays. */
const caseRecord = `
create table records (
  case_id uuid not null references cases on delete cascade,
  seq int not null,
  hash bytea not null check (length(hash) = 32),
  audit_seq bigint not null,
  sealed bytea not null,
  primary key (case_id, seq)
);
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  digest bytea not null check (length(digest) = 32),
  hash bytea not null check (length(hash) = 32)
);
create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));
create function stays_as_written() returns trigger language plpgsql as $$ begin raise exception 'Entries of % are added and never changed.', tg_table_name; end $$;
create trigger stays before update on records for each row execute function stays_as_written();
create trigger stays before update or delete on audit for each row execute function stays_as_written();
create trigger stays_whole before truncate on audit for each statement execute function stays_as_written();
`

/**
 * Letters that the service sends for her, and who acts on her behalf. A letter of a request, or of a step of it, is on its
 * way once; after it has failed or was stopped there may be another.
 */
const sendingForHer = `
create table mandates (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  sealed bytea not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index on mandates (case_id);
create table sendings (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  request_id uuid not null references requests on delete cascade,
  step text,
  state text not null,
  claim uuid,
  claimed_by int,
  attempts int not null default 0,
  code text,
  sealed bytea not null,
  created_at timestamptz not null,
  settled_at timestamptz
);
create unique index on sendings (request_id, coalesce(step, '')) where state not in ('failed', 'stopped');
create index on sendings (case_id);
`

/** Numbers of the whole installation; `counted` of a request says for which it stands there. */
const outcomes = `
alter table requests add column counted text[] not null default '{}';
create table outcomes (
  platform text not null,
  route text not null,
  ground text not null,
  month date not null,
  measure text not null,
  count bigint not null,
  primary key (platform, route, ground, month, measure)
);
`

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

/**
 * Fingerprints move into their notice (store/prints.ts), and match work is a row a page instead of a row a notice. A
 * channel's row is never deleted, and its notices are stored under that row's lock: checking it again for each costs a
 * fifth of the insert.
 */
const noticesInOneRow = `
alter table notices add column turn int not null default 1, add column prints bytea not null default '';
alter table notices alter turn set default 0, alter prints drop default;
update notices set prints = packed.prints from (
  select notice_id, decode(string_agg(
    case type when 'pdq' then '01' when 'pdq-weak' then '02' when 'vpdq' then '03' when 'sha256' then '04'
      when 'md5' then '05' when 'cid' then '06' when 'cid-double' then '07' when 'url' then '08' end
    || lpad(to_hex(coalesce(quality, 255)), 2, '0')
    || lpad(to_hex(coalesce(jsonb_array_length(places), 255)), 2, '0')
    || coalesce((select string_agg(lpad(to_hex(place::int), 2, '0'), '' order by number)
      from jsonb_array_elements_text(places) with ordinality as at (place, number)), '')
    || lpad(to_hex(length(value)), 8, '0') || encode(value, 'hex'), '' order by type, value), 'hex') as prints
  from notice_fingerprints group by notice_id) as packed
where notices.id = packed.notice_id;
drop table notice_fingerprints;
alter table notices drop constraint notices_channel_id_fkey;
drop index notices_received_at_idx;
create index on notices using brin (received_at);
alter table work add column notices bigint[];
with old as (delete from work where stage = 'match' returning id::bigint as notice),
numbered as (select notice, (row_number() over (order by notice) - 1) / 1000 as page from old)
insert into work (stage, id, due, notices) select 'match', gen_random_uuid()::text, now(), array_agg(notice) from numbered group by page
`

/**
 * Channels may need secrets, and warn without failing. A notice may end by itself. A case may be confirmed by an
 * organisation, may go the minors' path after a match with a list of abuse of children, and may agree to what is not
 * done otherwise (`purpose`: `ask:<channel>`, `share`).
 */
const channelsOfManyKinds = `
alter table channels add column secrets bytea, add column warning text;
alter table notices add column expires_at timestamptz;
create index on notices (expires_at) where expires_at is not null and retracted_at is null;
alter table cases add column confirmed_at timestamptz, add column confirmation bytea,
  add column protected boolean not null default false;
create table consents (
  case_id uuid not null references cases on delete cascade,
  purpose text not null,
  granted_at timestamptz not null,
  sealed bytea not null,
  primary key (case_id, purpose)
);
create index on consents (purpose);
`

/**
 * What was asked of a source for a case that agreed to it, so that nothing is asked twice in a round; and until when a
 * source is not to be asked. She may say of a find that it is her. `listed`: a list of abuse of children knows one of
 * the case's pictures, and nobody may be told yet, because no organisation has confirmed the case.
 */
const asked = `
create table asked (
  case_id uuid not null references cases on delete cascade,
  channel_id text not null,
  subject_ref bytea not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  primary key (case_id, channel_id, subject_ref)
);
alter table channels add column ask_after timestamptz;
alter table cases add column listed boolean not null default false;
alter table finds drop constraint finds_answer_check, add constraint finds_answer_check check (answer in ('me', 'not-me', 'later'));
`

/**
 * Answers that come back by mail. A request's address of reply is known by its digest alone; what was answered is sealed
 * with the case's key. `mails`: what arrived, for the operator, without a word of it.
 */
const mail = `
alter table requests add column reply_ref bytea unique;
create table request_events (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  request_id uuid not null references requests on delete cascade,
  mail_ref bytea not null,
  ticket_ref bytea,
  sealed bytea not null,
  at timestamptz not null,
  unique (request_id, mail_ref)
);
create index on request_events (case_id);
create index on request_events (ticket_ref) where ticket_ref is not null;
create table mails (
  mail_ref bytea primary key,
  sort text not null,
  known boolean not null,
  sender text,
  received_at timestamptz not null
);
create index on mails (received_at);
`

/** Partners report through a channel of their own. A message's id is kept as long as it could be sent again. */
const partners = `
create table partners (
  id text primary key,
  channel_id text not null references channels on delete cascade,
  secret bytea not null,
  created_at timestamptz not null,
  last_at timestamptz,
  sightings bigint not null default 0
);
create table partner_messages (
  partner_id text not null references partners on delete cascade,
  message_ref bytea not null,
  at timestamptz not null,
  primary key (partner_id, message_ref)
);
`

/**
 * Watched places, and what watching them brings. A place that comes back is asked for again: a further round of the same
 * request. What was found out about who can remove something is kept with the place.
 */
const watches = `
create table watches (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  place_ref bytea not null,
  scheduled boolean not null,
  sealed bytea not null,
  created_at timestamptz not null,
  unique (case_id, place_ref)
);
create table tidings (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  alert_id uuid references alerts on delete set null,
  tiding_ref bytea not null unique,
  place_ref bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index on tidings (case_id);
create index on tidings (alert_id);
create table hosts (
  host_ref bytea primary key,
  next_at timestamptz not null
);
create table absences (
  form_ref bytea primary key,
  sealed bytea not null,
  at timestamptz not null
);
create table responsibles (
  case_id uuid not null references cases on delete cascade,
  place_ref bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (case_id, place_ref)
);
alter table requests add column round int not null default 1,
  drop constraint requests_case_id_place_ref_route_ground_key,
  add unique (case_id, place_ref, route, ground, round);
`

/**
 * Hashes that people have agreed to share, and the platforms that read them. A share whose case or item is gone is a
 * tombstone: it says that its id is to be deleted, and nothing else. `served_to`: the end of the latest range that a
 * reader was given; what changes afterwards is dated after it.
 */
const shares = `
create table exchange_readers (
  id text primary key,
  name text not null unique,
  key_ref bytea not null,
  created_at timestamptz not null,
  read_at timestamptz,
  served_to timestamptz not null
);
create table shares (
  id uuid primary key,
  position bigint generated always as identity,
  reader_id text not null references exchange_readers on delete cascade,
  case_id uuid references cases on delete set null,
  item_id uuid references items on delete set null,
  media text not null check (media in ('image', 'video')),
  changed_at timestamptz not null
);
create index on shares (reader_id, position);
create index on shares (case_id) where case_id is not null;
create index on shares (item_id) where item_id is not null;
create table share_answers (
  share_id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  sealed bytea not null,
  at timestamptz not null
);
create index on share_answers (case_id);
`
