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
]
