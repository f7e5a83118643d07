/** One step forward: statements that SQLite and PostgreSQL both read. Once released it is never edited. */
export type Migration = { name: string; statements: readonly string[] }

/** In order; the position, counted from 1, is the version of the database. */
export const migrations: readonly Migration[] = [
  {
    name: 'people, sessions, audit entries, snapshots, batches',
    statements: [
      `create table about (
        name text primary key,
        value text not null
      )`,
      `create table counters (
        name text primary key,
        value integer not null
      )`,
      `insert into counters (name, value) values ('batch', 0)`,

      `create table people (
        person_id text primary key,
        iss text not null,
        sub text not null,
        name text not null,
        email text,
        email_verified integer not null,
        own_user_id text,
        role text,
        revoked integer not null,
        signed_in_at text not null,
        unique (iss, sub)
      )`,
      `create table sign_ins (
        state_hash text primary key,
        browser_hash text not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        expires_at text not null
      )`,
      `create index sign_ins_by_end on sign_ins (expires_at)`,
      `create table sessions (
        session_hash text primary key,
        person_id text not null references people (person_id),
        created_at text not null,
        expires_at text not null,
        last_seen_at text not null,
        auth_time text
      )`,
      `create index sessions_by_person on sessions (person_id)`,
      `create index sessions_by_end on sessions (expires_at)`,
      `create table idempotency_keys (
        person_id text not null,
        operation text not null,
        key text not null,
        body_hash text not null,
        status integer,
        body text,
        at text not null,
        primary key (person_id, operation, key)
      )`,
      `create index idempotency_keys_by_age on idempotency_keys (at)`,

      `create table audit_head (
        one integer primary key check (one = 1),
        seq integer not null,
        mac text not null
      )`,
      `create table audit_entries (
        seq integer primary key,
        entry_id text not null unique,
        at text not null,
        kind text not null,
        action text not null,
        person_id text,
        user_id text,
        batch_id integer,
        batch_row integer,
        intent_seq integer,
        outcome text,
        request_id text,
        facts text not null,
        personal_digest text,
        snapshot_digest text,
        mac text not null
      )`,
      `create index audit_entries_by_user on audit_entries (user_id, seq)`,
      `create index audit_entries_by_batch on audit_entries (batch_id, seq)`,
      `create index audit_entries_by_intent on audit_entries (intent_seq, seq)`,
      `create unique index one_outcome_per_intent on audit_entries (intent_seq)
        where kind = 'outcome'`,
      `create index audit_notes on audit_entries (action, seq) where kind = 'note'`,
      `create table audit_personal (
        entry_id text primary key,
        salt text not null,
        body text not null
      )`,
      `create table open_intents (
        user_id text primary key,
        entry_id text not null unique
      )`,

      `create table batches (
        batch_id integer primary key,
        kind text not null,
        title text not null,
        reason text,
        state text not null,
        paused_because text,
        created_by text not null,
        created_at text not null,
        checked_at text,
        fingerprint text,
        confirmed_at text,
        expires_at text,
        started_by text,
        started_at text,
        finished_at text,
        canary_at text,
        fence integer not null,
        row_count integer not null,
        revision bigint not null
      )`,
      `create index batches_by_state on batches (state, batch_id)`,
      `create table batch_rows (
        batch_id integer not null references batches (batch_id),
        row_number integer not null,
        user_id text not null,
        name text,
        other_name text,
        username text,
        status text,
        last_login text,
        verdict text,
        sync_providers text not null,
        released integer not null,
        outcome text,
        checked_version text,
        sends integer not null,
        seen text,
        checked_at text,
        why text,
        revision bigint not null,
        primary key (batch_id, row_number)
      )`,
      `create index batch_rows_by_user on batch_rows (user_id, batch_id)`,
      `create index batch_rows_by_revision on batch_rows (batch_id, revision)`,
      `create index batch_rows_by_outcome on batch_rows (batch_id, outcome, row_number)`,
      `create index batch_rows_by_verdict on batch_rows (batch_id, verdict, outcome, released, row_number)`,

      `create table snapshots (
        snapshot_id text primary key,
        user_id text not null,
        batch_id integer,
        entry_id text unique,
        taken_at text not null,
        salt text not null,
        body text not null,
        lacks text not null
      )`,
      `create index snapshots_by_user on snapshots (user_id, taken_at)`,
    ],
  },
  {
    name: 'lists of batches, rows by any kind of id, later looks',
    statements: [
      `alter table batches add column end_sessions integer not null default 0`,
      `alter table batches add column parent_id integer`,
      `alter table batches add column check_begun_at text`,
      `alter table batches add column ran_ms bigint not null default 0`,
      `alter table batches add column running_since text`,
      `alter table batches add column recheck_total integer not null default 0`,
      `alter table batches add column rechecked_at text`,
      `alter table batches add column recheck_by text`,
      `alter table batches add column listed_rows integer not null default 0`,
      `update batches set listed_rows = row_count`,

      // SQLite cannot make a column nullable, so the rows move to a table of their new shape.
      `alter table batch_rows rename to batch_rows_before`,
      `create table batch_rows (
        batch_id integer not null references batches (batch_id),
        row_number integer not null,
        given text not null,
        given_kind text not null,
        as_written text,
        given_name text,
        user_id text,
        tried text not null,
        found_as text not null,
        name text,
        other_name text,
        username text,
        department text,
        status text,
        last_login text,
        verdict text,
        holds text not null,
        decision text,
        chosen integer not null,
        candidates text not null,
        duplicate_of integer,
        other_batch integer,
        sync_providers text not null,
        department_count integer,
        role_count integer,
        group_count integer,
        position_count integer,
        authorization_count integer,
        session_count integer,
        outcome text,
        checked_version text,
        status_before text,
        target_status text,
        sends integer not null,
        seen text,
        checked_at text,
        why text,
        recheck_due integer not null,
        rechecked_at text,
        came_back integer not null,
        revision bigint not null,
        primary key (batch_id, row_number)
      )`,
      // Until now every row was given as a user id; who was not found, or not looked at, is nobody yet.
      `insert into batch_rows (
        batch_id, row_number, given, given_kind, user_id, tried, found_as,
        name, other_name, username, status, last_login, verdict, holds, decision,
        chosen, candidates, sync_providers, outcome, checked_version, sends, seen, checked_at, why,
        recheck_due, came_back, revision
      ) select
        batch_id, row_number, user_id, 'user_id',
        case when verdict is null or verdict in ('not_found', 'not_checked')
          then null else user_id end,
        case when verdict is null then '[]' else '["user_id"]' end,
        case when status is null then '[]' else '["user_id"]' end,
        name, other_name, username, status, last_login, verdict,
        case when verdict in ('still_active', 'in_another_batch')
          then '["' || verdict || '"]' else '[]' end,
        case when released = 1 then 'accepted' end,
        0, '[]', sync_providers, outcome, checked_version, sends, seen, checked_at, why,
        0, 0, revision
      from batch_rows_before`,
      `drop table batch_rows_before`,
      `create index batch_rows_by_user on batch_rows (user_id, batch_id, row_number)`,
      `create index batch_rows_by_revision on batch_rows (batch_id, revision)`,
      `create index batch_rows_by_outcome on batch_rows (batch_id, outcome, row_number)`,
      `create index batch_rows_by_verdict
        on batch_rows (batch_id, verdict, outcome, decision, row_number)`,
      `create index batch_rows_unchecked on batch_rows (batch_id, row_number)
        where verdict is null`,
      `create index batch_rows_due on batch_rows (batch_id, row_number) where recheck_due = 1`,
      `create index batch_rows_come_back on batch_rows (batch_id) where came_back = 1`,
      `create index audit_intents_by_row on audit_entries (batch_id, batch_row, seq)
        where kind = 'intent'`,

      `create table lists (
        list_id text primary key,
        batch_id integer references batches (batch_id),
        position integer,
        source text,
        name text,
        bytes integer not null,
        sha256 text,
        received_at text not null,
        row_count integer,
        reading text
      )`,
      `create index lists_by_batch on lists (batch_id, position)`,
      `create index lists_of_nobody on lists (received_at) where batch_id is null`,
      `create table list_pieces (
        list_id text not null references lists (list_id) on delete cascade,
        piece integer not null,
        bytes text not null,
        primary key (list_id, piece)
      )`,
    ],
  },
  {
    name: 'sessions that can be named, a second person, stop everything',
    statements: [
      `create table person_emails (
        person_id text not null references people (person_id),
        verified_email text not null,
        primary key (person_id, verified_email)
      )`,
      `insert into person_emails (person_id, verified_email)
        select person_id, lower(trim(email)) from people
        where email_verified = 1 and trim(email) <> ''`,
      `create index person_emails_by_email on person_emails (verified_email)`,
      `alter table sign_ins add column fresh integer not null default 0`,
      // Nobody can name the sessions of before, so that people sign in again.
      `drop table sessions`,
      `create table sessions (
        session_hash text primary key,
        session_id text not null unique,
        person_id text not null references people (person_id),
        created_at text not null,
        expires_at text not null,
        last_seen_at text not null,
        auth_time text,
        agent text
      )`,
      `create index sessions_by_person on sessions (person_id)`,
      `create index sessions_by_end on sessions (expires_at)`,

      `alter table batches add column approved_by text`,
      `alter table batches add column approved_at text`,
      `alter table batches add column approved_fingerprint text`,
      `alter table batches add column declined_by text`,
      `alter table batches add column declined_at text`,
      `alter table batches add column declined_because text`,
      `create index audit_intents_by_person on audit_entries (person_id, at, user_id, batch_id)
        where kind = 'intent'`,

      // While the row is there, everything is stopped.
      `create table everything_stopped (
        one integer primary key check (one = 1),
        person_id text not null,
        at text not null,
        reason text
      )`,
    ],
  },
]
