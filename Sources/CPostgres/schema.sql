-- The store of cases on a server: shape 4. Run whole, in one transaction, by `veiviser store setup`; it can be
-- run again. What it would not change in a table that is there is changed by a step before it
-- (ServerStore/ServerSchema.swift).
--
-- Agents read the tables and write by one function, `change`, which keeps the rules that no program may be
-- trusted with: who did it and when, the trail, what is known by its key already, and what is only the lead's.
-- What a program keeps of a case stands as the program writes it (jsonb); what it is found by is made of that here.

SELECT pg_advisory_xact_lock(7306081976);

DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['veiviser_owner', 'veiviser_agent', 'veiviser_lead'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION
        -- Roles are the whole server's, and the lock is this database's: another's setup has just made it.
        WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
  END LOOP;
END $$;
GRANT veiviser_agent TO veiviser_lead;
CREATE SCHEMA IF NOT EXISTS veiviser AUTHORIZATION veiviser_owner;
SET LOCAL ROLE veiviser_owner;
SET LOCAL search_path = pg_catalog, pg_temp;

-- What every save comes by is plpgsql, whose plans a session keeps; the server makes those of sql anew each time.

-- Moments are whole seconds since the start of 1970, and days are Norway's.
CREATE OR REPLACE FUNCTION veiviser.moment() RETURNS bigint LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN floor(extract(epoch FROM clock_timestamp()))::bigint; END $$;

CREATE OR REPLACE FUNCTION veiviser.today() RETURNS date LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN (to_timestamp(veiviser.moment()) AT TIME ZONE 'Europe/Oslo')::date; END $$;

-- A day as text, which sorts as it should.
CREATE OR REPLACE FUNCTION veiviser.day(written jsonb) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT lpad(written->>'year', 4, '0') || '-' || lpad(written->>'month', 2, '0')
  || '-' || lpad(written->>'day', 2, '0') $$;

-- Whether a case holds what a case may hold.
CREATE OR REPLACE FUNCTION veiviser.is_content(content jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN coalesce(
    length(content->>'flow') BETWEEN 1 AND 100
    AND content->>'status' IN ('open', 'waiting', 'closed')
    AND (NOT content ? 'step' OR length(content->>'step') BETWEEN 1 AND 100)
    AND length(content->>'title') <= 500
    AND (NOT content ? 'due' OR veiviser.day(content->'due') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
    AND content - ARRAY['flow', 'status', 'step', 'title', 'due', 'answers', 'rounds'] = '{}'
    AND NOT EXISTS (
      SELECT FROM (
        SELECT jsonb_array_elements(content->'answers')
        UNION ALL
        SELECT jsonb_array_elements(round->'answers') FROM jsonb_array_elements(content->'rounds') AS round
      ) AS stored (answer)
      WHERE NOT coalesce(
        length(answer->>'field') BETWEEN 1 AND 100 AND answer->'answer'->>'value' IS NOT NULL
        AND answer->'answer'->>'source' IN ('seen', 'told', 'derived', 'message'), false)
    ), false);
END $$;

-- Whether a value is a whole number from 0 up; unknown where there is none, and so of the three that follow.
CREATE OR REPLACE FUNCTION veiviser.is_whole(value jsonb, most bigint) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT
SET search_path = pg_catalog, pg_temp
AS $$ SELECT CASE WHEN value::text ~ '^[0-9]{1,12}$' THEN value::text::bigint <= most ELSE false END $$;

CREATE OR REPLACE FUNCTION veiviser.is_name(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT
SET search_path = pg_catalog, pg_temp
AS $$ SELECT jsonb_typeof(value) = 'string' AND length(value #>> '{}') <= 200 $$;

CREATE OR REPLACE FUNCTION veiviser.are_names(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT CASE WHEN jsonb_typeof(value) = 'array' THEN jsonb_array_length(value) <= 100
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(value) AS e (name) WHERE NOT veiviser.is_name(name))
    ELSE false END
$$;

CREATE OR REPLACE FUNCTION veiviser.is_day(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce((value->'year')::text ~ '^2[01][0-9]{2}$' AND (value->'month')::text ~ '^([1-9]|1[0-2])$'
    AND (value->'day')::text ~ '^([1-9]|[12][0-9]|3[01])$', false)
$$;

-- Whether what the desk keeps of a case is what the program can read: one row that is not would fail whole lists.
CREATE OR REPLACE FUNCTION veiviser.is_desk(desk jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(
    veiviser.is_whole(desk->'owner', 4294967295) IS NOT FALSE
    AND veiviser.is_whole(desk->'ownerSince', 99999999999) IS NOT FALSE
    AND veiviser.is_whole(desk->'handedFrom', 4294967295) IS NOT FALSE
    AND desk->'line' IN ('"live"', '"hold"', '"none"')
    AND desk->'level' IN ('"first"', '"second"')
    AND jsonb_typeof(desk->'caller'->'words') = 'string'
    AND length(desk->'caller'->>'words') <= 300
    AND (desk->'caller'->'role' IN ('"staff"', '"accountant"', '"leader"', '"person"', '"vendor"', '"other"'))
      IS NOT FALSE
    AND (desk->'caller'->'language' IN ('"nb"', '"nn"', '"en"')) IS NOT FALSE
    AND jsonb_typeof(desk->'promise') = 'object'
    AND veiviser.is_name(desk->'promise'->'by') IS NOT FALSE
    AND veiviser.is_day(desk->'promise'->'due') IS NOT FALSE, false)
$$;

-- Whether what a call came to can be counted, and read by the program.
CREATE OR REPLACE FUNCTION veiviser.is_outcome(outcome jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(
    outcome->'edition' IN ('"altinn2"', '"altinn3"')
    AND veiviser.is_name(outcome->'message') IS NOT FALSE
    AND veiviser.are_names(outcome->'causes')
    AND veiviser.are_names(outcome->'faults')
    AND veiviser.are_names(outcome->'repairs')
    AND outcome->'certainty' IN ('"confirmed"', '"likely"', '"open"')
    AND veiviser.is_whole(outcome->'result', 8) AND outcome->'result' <> '0'
    AND outcome->'confirmed' IN ('"seen"', '"told"', '"no"')
    AND jsonb_typeof(outcome->'toldBack') = 'boolean'
    AND (outcome->'flag' IN ('"menu"', '"wording"', '"advice"', '"cause"', '"language"')) IS NOT FALSE
    AND veiviser.is_whole(outcome->'secondsToVerdict', 86400) IS NOT FALSE
    AND veiviser.is_whole(outcome->'seconds', 86400), false)
$$;

CREATE TABLE IF NOT EXISTS veiviser.meta (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  shape integer NOT NULL,
  identity uuid NOT NULL DEFAULT gen_random_uuid(),
  created bigint NOT NULL DEFAULT veiviser.moment(),
  -- What makes the letters of the codes that callers are given.
  code_key bytea NOT NULL CHECK (length(code_key) = 32)
    DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
  -- What is said of the desk, as in the file of one; the groups are roles.
  desk jsonb NOT NULL DEFAULT '{}'
);
INSERT INTO veiviser.meta AS m (shape) VALUES (4)
ON CONFLICT (id) DO UPDATE SET shape = excluded.shape WHERE m.shape < excluded.shape;

-- The end of the trail, where whoever writes waits for the one before; and where it begins.
CREATE TABLE IF NOT EXISTS veiviser.head (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  event bigint NOT NULL DEFAULT 0,
  digest bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(digest) = 32),
  start_event bigint NOT NULL DEFAULT 0,
  start_digest bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(start_digest) = 32),
  last_case bigint NOT NULL DEFAULT 1000
);
INSERT INTO veiviser.head DEFAULT VALUES ON CONFLICT DO NOTHING;

-- Whoever has a role here has a number, and keeps it; the trail names numbers.
CREATE TABLE IF NOT EXISTS veiviser.agent (
  number bigint PRIMARY KEY CHECK (number BETWEEN 0 AND 4294967295),
  role text NOT NULL UNIQUE
);
CREATE SEQUENCE IF NOT EXISTS veiviser.agent_number START 2000000000;

CREATE TABLE IF NOT EXISTS veiviser.case_file (
  id bigint PRIMARY KEY,
  revision bigint NOT NULL CHECK (revision >= 1),
  created bigint NOT NULL,
  updated bigint NOT NULL,
  last_event bigint NOT NULL UNIQUE,
  content jsonb NOT NULL CHECK (veiviser.is_content(content)),
  flow text NOT NULL GENERATED ALWAYS AS (content->>'flow') STORED,
  status text NOT NULL GENERATED ALWAYS AS (content->>'status') STORED,
  due text COLLATE "C" GENERATED ALWAYS AS (veiviser.day(content->'due')) STORED
);
CREATE INDEX IF NOT EXISTS case_file_status ON veiviser.case_file (status, last_event);
CREATE INDEX IF NOT EXISTS case_file_flow ON veiviser.case_file (flow, last_event);
CREATE INDEX IF NOT EXISTS case_file_due ON veiviser.case_file (due, id) WHERE status <> 'closed' AND due IS NOT NULL;

-- What cases are found by: of the answers (a), of what the caller says (c), of how the last call ended (r).
CREATE TABLE IF NOT EXISTS veiviser.word (
  case_id bigint NOT NULL REFERENCES veiviser.case_file ON DELETE CASCADE,
  kind "char" NOT NULL,
  word text COLLATE "C" NOT NULL CHECK (length(word) BETWEEN 1 AND 400),
  PRIMARY KEY (case_id, kind, word)
);
CREATE INDEX IF NOT EXISTS word_word ON veiviser.word (word, case_id);

CREATE TABLE IF NOT EXISTS veiviser.note (
  event bigint PRIMARY KEY,
  case_id bigint NOT NULL REFERENCES veiviser.case_file ON DELETE CASCADE,
  text text NOT NULL,
  created bigint NOT NULL,
  who bigint
);
CREATE INDEX IF NOT EXISTS note_case ON veiviser.note (case_id);

-- The trail: a chain of digests. It tells of a deletion after the case is gone.
CREATE TABLE IF NOT EXISTS veiviser.event (
  id bigint PRIMARY KEY,
  case_id bigint NOT NULL,
  who bigint NOT NULL,
  created bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN (
    'created', 'saved', 'closed', 'reopened', 'noted', 'deleted', 'restored', 'trimmed',
    'claimed', 'released', 'parked', 'handed', 'received')),
  subject text NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32)
);
CREATE INDEX IF NOT EXISTS event_case ON veiviser.event (case_id);

CREATE TABLE IF NOT EXISTS veiviser.desk_case (
  case_id bigint PRIMARY KEY REFERENCES veiviser.case_file ON DELETE CASCADE,
  stamp bigint NOT NULL,
  desk jsonb NOT NULL CHECK (coalesce(length(desk->'caller'->>'words') <= 300, false)),
  former jsonb,
  former_event bigint,
  -- The same as the case's own, for the queue to be read along an index.
  status text NOT NULL CHECK (status IN ('open', 'waiting', 'closed')),
  owner bigint GENERATED ALWAYS AS ((desk->>'owner')::bigint) STORED,
  level text NOT NULL GENERATED ALWAYS AS (desk->>'level') STORED CHECK (level IN ('first', 'second')),
  due text COLLATE "C" GENERATED ALWAYS AS (veiviser.day(desk->'promise'->'due')) STORED
);
CREATE INDEX IF NOT EXISTS desk_case_mine ON veiviser.desk_case (owner, stamp) WHERE status = 'open';
CREATE INDEX IF NOT EXISTS desk_case_free ON veiviser.desk_case (level, stamp)
  WHERE status = 'open' AND owner IS NULL;
CREATE INDEX IF NOT EXISTS desk_case_due ON veiviser.desk_case (due, stamp) WHERE status <> 'closed';
CREATE INDEX IF NOT EXISTS desk_case_waiting ON veiviser.desk_case (due NULLS FIRST, stamp) WHERE status = 'waiting';
CREATE INDEX IF NOT EXISTS desk_case_all ON veiviser.desk_case (stamp) WHERE status <> 'closed';

-- Keeps where a case stands beside what the desk keeps of it, whatever changes either.
CREATE OR REPLACE FUNCTION veiviser.desk_status() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.status IS NULL THEN
    NEW.status := (SELECT status FROM veiviser.case_file WHERE id = NEW.case_id);
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER desk_status BEFORE INSERT ON veiviser.desk_case
FOR EACH ROW EXECUTE FUNCTION veiviser.desk_status();

CREATE OR REPLACE FUNCTION veiviser.case_status() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE veiviser.desk_case SET status = NEW.status WHERE case_id = NEW.id AND status <> NEW.status;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER case_status AFTER UPDATE ON veiviser.case_file
FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION veiviser.case_status();

CREATE TABLE IF NOT EXISTS veiviser.outcome (
  case_id bigint NOT NULL REFERENCES veiviser.case_file ON DELETE CASCADE,
  number bigint NOT NULL,
  day date NOT NULL,
  outcome jsonb NOT NULL CHECK ((outcome->>'result')::integer BETWEEN 1 AND 8),
  likeness jsonb NOT NULL,
  reopened boolean NOT NULL,
  is_last boolean NOT NULL,
  PRIMARY KEY (case_id, number)
);
CREATE INDEX IF NOT EXISTS outcome_message ON veiviser.outcome ((outcome->>'edition'), (outcome->>'message'))
  WHERE is_last;

CREATE TABLE IF NOT EXISTS veiviser.tally (
  week text NOT NULL,
  edition text NOT NULL,
  message text NOT NULL,
  cause text NOT NULL,
  fault text NOT NULL,
  result integer NOT NULL,
  confirmed text NOT NULL,
  count bigint NOT NULL,
  reopened bigint NOT NULL,
  told_back bigint NOT NULL,
  seconds bigint NOT NULL,
  verdicts bigint NOT NULL,
  seconds_to_verdict bigint NOT NULL,
  PRIMARY KEY (week, edition, message, cause, fault, result, confirmed)
);

-- The last call of each case as a row of counts.
CREATE OR REPLACE VIEW veiviser.counted AS
  SELECT case_id, to_char(day, 'IYYY-"W"IW') AS week, outcome->>'edition' AS edition,
    coalesce(outcome->>'message', '') AS message, coalesce(outcome->'causes'->>0, '') AS cause,
    coalesce(outcome->'faults'->>0, '') AS fault, (outcome->>'result')::integer AS result,
    outcome->>'confirmed' AS confirmed, 1::bigint AS count, reopened::integer::bigint AS reopened,
    (outcome->>'toldBack')::boolean::integer::bigint AS told_back, (outcome->>'seconds')::bigint AS seconds,
    (outcome->>'secondsToVerdict' IS NOT NULL)::integer::bigint AS verdicts,
    coalesce((outcome->>'secondsToVerdict')::bigint, 0) AS seconds_to_verdict
  FROM veiviser.outcome WHERE is_last;

-- How many cases were looked at again on the day they waited for; nothing says which, or who did. A day with a row
-- of none was the last on which nobody counted, and neither it nor a day before it is counted.
CREATE TABLE IF NOT EXISTS veiviser.follow_up (
  due text COLLATE "C" PRIMARY KEY,
  on_day bigint NOT NULL,
  late bigint NOT NULL
);

CREATE TABLE IF NOT EXISTS veiviser.callback (
  case_id bigint PRIMARY KEY REFERENCES veiviser.case_file ON DELETE CASCADE,
  number text NOT NULL CHECK (length(number) BETWEEN 8 AND 40),
  due date NOT NULL,
  last date NOT NULL
);

CREATE TABLE IF NOT EXISTS veiviser.setting (
  who bigint NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  value text NOT NULL,
  PRIMARY KEY (who, key)
);

-- What was done under which key, so that a call whose answer was lost can be made again.
CREATE TABLE IF NOT EXISTS veiviser.done (
  key uuid PRIMARY KEY,
  who bigint NOT NULL,
  print bytea NOT NULL,
  made bigint NOT NULL,
  answer jsonb
);

-- The number of whoever is signed in. It is never told by the program.
CREATE OR REPLACE FUNCTION veiviser.sign_in() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Colleagues have numbers before they first come, so that a case can be handed to them.
  INSERT INTO veiviser.agent (number, role)
  SELECT nextval('veiviser.agent_number'), rolname FROM pg_roles
  WHERE rolname NOT IN (SELECT role FROM veiviser.agent)
    AND (rolname = session_user
      OR rolcanlogin AND NOT rolsuper AND pg_has_role(oid, 'veiviser_agent', 'member'))
  ORDER BY rolname
  ON CONFLICT DO NOTHING;
  RETURN (SELECT number FROM veiviser.agent WHERE role = session_user);
END $$;

CREATE OR REPLACE FUNCTION veiviser.own_setting(wanted text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT value FROM veiviser.setting JOIN veiviser.agent ON number = who AND role = session_user
  WHERE key = wanted
$$;

-- The cases whose time is up.
CREATE OR REPLACE FUNCTION veiviser.overdue(rules jsonb) RETURNS TABLE (flow text, id bigint) LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.flow, c.id FROM jsonb_array_elements(rules) AS rule JOIN veiviser.case_file AS c ON c.flow = rule->>'flow'
  WHERE c.updated < veiviser.moment() - 86400
    * least((CASE c.status WHEN 'closed' THEN rule->>'finished' ELSE rule->>'unfinished' END)::bigint, 1000000)
  ORDER BY c.flow, c.id
$$;

-- The last line at the beginning of the trail whose time is up: a line is kept as long as one before it.
CREATE OR REPLACE FUNCTION veiviser.overdue_line(days bigint) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT greatest(start_event,
    coalesce((SELECT min(e.id) - 1 FROM veiviser.event AS e WHERE e.created >= veiviser.moment() - 86400 * least(days, 1000000)),
    event))
  FROM veiviser.head
$$;

-- From here on: the parts of `change`, which holds the row of the head, so that they are alone.

CREATE OR REPLACE FUNCTION veiviser.add_event(actor bigint, about bigint, kind text, subject text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  now bigint := veiviser.moment();
  line veiviser.head;
BEGIN
  UPDATE veiviser.head AS h SET event = h.event + 1, digest = sha256(
    h.digest || int8send(h.event + 1) || int8send(about) || int8send(actor) || int8send(now)
    || int8send(octet_length(kind)::bigint) || convert_to(kind, 'UTF8')
    || int8send(octet_length(subject)::bigint) || convert_to(subject, 'UTF8'))
  RETURNING * INTO line;
  INSERT INTO veiviser.event VALUES (line.event, about, actor, now, kind, subject, line.digest);
  RETURN line.event;
END $$;

CREATE OR REPLACE FUNCTION veiviser.find(wanted bigint) RETURNS veiviser.case_file
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE found_case veiviser.case_file;
BEGIN
  SELECT * INTO found_case FROM veiviser.case_file WHERE id = wanted;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such case' USING ERRCODE = 'DT004'; END IF;
  RETURN found_case;
END $$;

CREATE OR REPLACE FUNCTION veiviser.keep_words(about bigint, of "char", words jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM veiviser.word WHERE case_id = about AND kind = of AND NOT words ? word;
  INSERT INTO veiviser.word SELECT about, of, jsonb_array_elements_text(words) ON CONFLICT DO NOTHING;
END $$;

-- Content in which rounds begun now have the day; none that a case has may be gone or another.
CREATE OR REPLACE FUNCTION veiviser.with_rounds(before jsonb, after jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  today date := veiviser.today();
  kept integer := jsonb_array_length(before);
  result jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(CASE WHEN place > kept AND NOT round ? 'closed' THEN round || jsonb_build_object('closed',
    jsonb_build_object('year', extract(year FROM today)::integer, 'month', extract(month FROM today)::integer,
      'day', extract(day FROM today)::integer)) ELSE round END ORDER BY place), '[]') INTO result
  FROM jsonb_array_elements(after) WITH ORDINALITY AS r (round, place);
  IF EXISTS (SELECT FROM generate_series(0, kept - 1) AS n WHERE before->n IS DISTINCT FROM result->n) THEN
    RAISE check_violation USING MESSAGE = 'a round is gone';
  END IF;
  RETURN result;
END $$;

-- The fields that two lists of answers do not have alike, in the order of the lists.
CREATE OR REPLACE FUNCTION veiviser.changed_fields(before jsonb, after jsonb) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (WITH listed AS (
    SELECT answer, place, 1 AS list FROM jsonb_array_elements(before) WITH ORDINALITY AS b (answer, place)
    UNION ALL SELECT answer, place, 2 FROM jsonb_array_elements(after) WITH ORDINALITY AS a (answer, place)
  ), changed AS (
    SELECT min(list * 1000000 + place) AS first, answer->>'field' AS field FROM listed
    WHERE answer->>'field' IN (SELECT answer->>'field' FROM listed GROUP BY answer HAVING count(DISTINCT list) = 1)
    GROUP BY answer->>'field'
  )
  SELECT coalesce(string_agg(field, ' ' ORDER BY first), '') FROM changed);
END $$;

-- Refuses what no case may hold before the table does, which would write it in the log of the server.
CREATE OR REPLACE FUNCTION veiviser.check_content(content jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT veiviser.is_content(content) THEN RAISE check_violation USING MESSAGE = 'not a case'; END IF;
END $$;

CREATE OR REPLACE FUNCTION veiviser.check_desk(desk jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT veiviser.is_desk(desk) THEN RAISE check_violation USING MESSAGE = 'not what a desk keeps'; END IF;
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_create(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  made bigint;
  now bigint := veiviser.moment();
  kept jsonb := args->'content' || jsonb_build_object('rounds', veiviser.with_rounds('[]', args->'content'->'rounds'));
  line bigint;
  desk jsonb := jsonb_build_object('owner', actor, 'ownerSince', now, 'line', 'live', 'level', 'first',
    'caller', args->'caller', 'promise', '{}'::jsonb);
BEGIN
  PERFORM veiviser.check_content(kept);
  IF args ? 'caller' THEN PERFORM veiviser.check_desk(desk); END IF;
  UPDATE veiviser.head SET last_case = last_case + 1 RETURNING last_case INTO made;
  line := veiviser.add_event(actor, made, 'created', veiviser.changed_fields('[]', kept->'answers'));
  INSERT INTO veiviser.case_file (id, revision, created, updated, last_event, content)
  VALUES (made, 1, now, now, line, kept);
  PERFORM veiviser.keep_words(made, 'a', args->'words');
  IF args ? 'caller' THEN
    INSERT INTO veiviser.desk_case (case_id, stamp, desk) VALUES (made, line, desk);
    PERFORM veiviser.keep_words(made, 'c', args->'callerWords');
  END IF;
  RETURN jsonb_build_object('id', made, 'moment', now, 'rounds', kept->'rounds');
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_save(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before veiviser.case_file := veiviser.find((args->>'id')::bigint);
  now bigint := veiviser.moment();
  kept jsonb := args->'content';
  line bigint;
BEGIN
  IF before.revision IS DISTINCT FROM (args->>'revision')::bigint THEN
    RAISE EXCEPTION 'saved in between' USING ERRCODE = 'DT001';
  END IF;
  kept := kept || jsonb_build_object('rounds', veiviser.with_rounds(before.content->'rounds', kept->'rounds'));
  PERFORM veiviser.check_content(kept);
  line := veiviser.add_event(actor, before.id,
    CASE
      WHEN jsonb_array_length(kept->'rounds') > jsonb_array_length(before.content->'rounds') THEN 'reopened'
      WHEN before.status <> 'closed' AND kept->>'status' = 'closed' THEN 'closed'
      WHEN before.status = 'closed' AND kept->>'status' <> 'closed' THEN 'reopened'
      ELSE 'saved'
    END,
    veiviser.changed_fields(before.content->'answers', kept->'answers'));
  UPDATE veiviser.case_file SET revision = revision + 1, updated = now, last_event = line, content = kept
  WHERE id = before.id;
  PERFORM veiviser.keep_words(before.id, 'a', args->'words');
  RETURN jsonb_build_object('id', before.id, 'moment', now, 'rounds', kept->'rounds');
END $$;

-- Says of a case that something was done with it; a new status counts as a save, and so does a new round.
CREATE OR REPLACE FUNCTION veiviser.touch(before veiviser.case_file, stands text, rounds jsonb, line bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kept jsonb := before.content || jsonb_build_object('status', stands, 'rounds', rounds);
BEGIN
  UPDATE veiviser.case_file SET revision = revision + (kept <> before.content)::integer,
    updated = veiviser.moment(), last_event = line, content = kept WHERE id = before.id;
  IF stands <> before.status THEN
    DELETE FROM veiviser.word WHERE case_id = before.id AND kind = 'a' AND word ^@ ':status:';
    INSERT INTO veiviser.word VALUES (before.id, 'a', ':status:' || stands);
  END IF;
END $$;

-- Which call was the last, and how it ended, as what the case is found by.
CREATE OR REPLACE FUNCTION veiviser.mark_result(about bigint) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
  UPDATE veiviser.outcome SET is_last = number = (SELECT max(number) FROM veiviser.outcome WHERE case_id = about)
  WHERE case_id = about;
  SELECT veiviser.keep_words(about, 'r', coalesce(
    (SELECT jsonb_build_array(':result:' || (outcome->>'result')) FROM veiviser.outcome
      WHERE case_id = about AND is_last), '[]'))
$$;

-- Counts a case that waited for a day: whether it was looked at on it, or later or never.
CREATE OR REPLACE FUNCTION veiviser.count_follow_up(day text, is_late boolean) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO veiviser.follow_up AS f (due, on_day, late)
  SELECT day, (NOT is_late)::integer, is_late::integer
  WHERE day > coalesce((SELECT max(u.due) FROM veiviser.follow_up AS u WHERE u.on_day + u.late = 0), '')
  ON CONFLICT (due) DO UPDATE SET on_day = f.on_day + excluded.on_day, late = f.late + excluded.late
$$;

-- An act at the desk: what a case is after it is the program's to say, by the rules it has; but nobody acts in
-- another's name or with what they have not seen, the line in the trail says how the case came to its owner and
-- where it stands, and nothing is kept that could not be counted or read.
CREATE OR REPLACE FUNCTION veiviser.do_act(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before veiviser.case_file := veiviser.find((args->>'id')::bigint);
  kept veiviser.desk_case;
  kind text := args->>'kind';
  after jsonb := args->'desk';
  had bigint;
  has bigint := (after->>'owner')::bigint;
  was jsonb;
  line bigint;
  today text := to_char(veiviser.today(), 'YYYY-MM-DD');
BEGIN
  IF before.last_event IS DISTINCT FROM (args->>'event')::bigint THEN
    RAISE EXCEPTION 'touched in between' USING ERRCODE = 'DT001';
  END IF;
  SELECT * INTO kept FROM veiviser.desk_case WHERE case_id = before.id;
  had := kept.owner;
  -- What undoing the act leads back to, which says nothing of the caller.
  was := jsonb_build_object('desk', coalesce(kept.desk, '{"line": "none", "level": "first", "promise": {}}') - 'caller',
    'status', before.status, 'agent', actor, 'act', CASE kind WHEN 'claimed' THEN 'take' WHEN 'released' THEN 'release'
      WHEN 'parked' THEN 'park' WHEN 'handed' THEN 'hand' WHEN 'closed' THEN 'close' END);
  -- A call that was never at the desk has no caller.
  after := after || jsonb_build_object('caller', coalesce(kept.desk->'caller', '{"words": ""}'));
  IF has IS DISTINCT FROM had AND has = actor THEN
    after := after || jsonb_build_object('ownerSince', veiviser.moment());
  END IF;
  IF NOT coalesce(CASE
    WHEN kind IN ('claimed', 'received', 'reopened') THEN has = actor
    WHEN had IS DISTINCT FROM actor THEN false
    WHEN kind IN ('saved', 'parked') THEN has = actor
    WHEN kind IN ('released', 'closed') THEN has IS NULL
    WHEN kind = 'handed' THEN (after->>'handedFrom')::bigint = actor
      AND (has IS NULL OR EXISTS (SELECT FROM veiviser.agent WHERE number = has))
    END, false) OR (args ? 'outcome') <> (kind = 'closed')
    OR (before.status = 'open') = (kind = 'reopened')
    OR args->>'status' IS DISTINCT FROM (CASE WHEN kind <> 'closed' THEN 'open'
      WHEN args->'outcome'->'result' IN ('3', '4', '5') THEN 'waiting' ELSE 'closed' END)
    OR args ? 'former' AND (was->>'act' IS NULL OR (args->'former') #- '{desk,caller}' IS DISTINCT FROM was)
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'not an act of the desk';
  END IF;
  PERFORM veiviser.check_desk(after);
  IF kind = 'closed' AND NOT coalesce(
    veiviser.is_outcome(args->'outcome') AND jsonb_typeof(args->'likeness') = 'object', false)
  THEN
    RAISE check_violation USING MESSAGE = 'not an outcome';
  END IF;
  line := veiviser.add_event(actor, before.id, kind, '');
  PERFORM veiviser.touch(before, args->>'status', veiviser.with_rounds(before.content->'rounds', args->'rounds'), line);
  INSERT INTO veiviser.desk_case (case_id, stamp, desk, former, former_event)
  VALUES (before.id, line, after, args->'former', CASE WHEN args ? 'former' THEN line END)
  ON CONFLICT (case_id) DO UPDATE SET desk = excluded.desk, former = excluded.former,
    former_event = excluded.former_event,
    stamp = CASE WHEN (args->>'moves')::boolean THEN line ELSE veiviser.desk_case.stamp END;
  IF kind = 'closed' THEN
    INSERT INTO veiviser.outcome
    SELECT before.id, coalesce(max(number), 0) + 1, veiviser.today(), args->'outcome', args->'likeness',
      coalesce(bool_or(reopened) FILTER (WHERE is_last), false), true
    FROM veiviser.outcome WHERE case_id = before.id;
    PERFORM veiviser.mark_result(before.id);
  ELSIF kind = 'reopened' THEN
    UPDATE veiviser.outcome SET reopened = true
    WHERE case_id = before.id AND is_last AND veiviser.today() - day <= (args->>'soon')::integer;
    IF kept.status = 'waiting' AND kept.due <= today THEN
      PERFORM veiviser.count_follow_up(kept.due, kept.due < today);
    END IF;
  END IF;
  RETURN jsonb_build_object('id', before.id);
END $$;

-- Undoes what the agent did last with a case that nobody has touched since.
CREATE OR REPLACE FUNCTION veiviser.do_undo(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before veiviser.case_file := veiviser.find((args->>'id')::bigint);
  kept veiviser.desk_case;
  line bigint;
BEGIN
  SELECT * INTO kept FROM veiviser.desk_case WHERE case_id = before.id;
  IF kept.former_event IS DISTINCT FROM before.last_event
    OR (kept.former->>'agent')::bigint IS DISTINCT FROM actor
  THEN
    RAISE EXCEPTION 'nothing to undo' USING ERRCODE = 'DT003';
  END IF;
  line := veiviser.add_event(actor, before.id,
    CASE kept.former->>'act' WHEN 'take' THEN 'released' WHEN 'close' THEN 'reopened' ELSE 'claimed' END, '');
  PERFORM veiviser.touch(before, kept.former->>'status', before.content->'rounds', line);
  UPDATE veiviser.desk_case SET stamp = line, former = NULL, former_event = NULL,
    desk = (kept.former->'desk') || jsonb_build_object('caller', kept.desk->'caller') WHERE case_id = before.id;
  IF kept.former->>'act' = 'close' THEN
    DELETE FROM veiviser.outcome WHERE case_id = before.id AND is_last;
    PERFORM veiviser.mark_result(before.id);
  END IF;
  RETURN jsonb_build_object('id', before.id);
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_describe(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before veiviser.case_file := veiviser.find((args->>'id')::bigint);
  line bigint := veiviser.add_event(actor, before.id, 'saved', '');
  caller jsonb := jsonb_build_object('caller', args->'caller');
  bare jsonb := '{"line": "none", "level": "first", "promise": {}}' || caller;
BEGIN
  PERFORM veiviser.check_desk(bare);
  PERFORM veiviser.touch(before, before.status, before.content->'rounds', line);
  INSERT INTO veiviser.desk_case AS d (case_id, stamp, desk)
  VALUES (before.id, line, bare)
  ON CONFLICT (case_id) DO UPDATE SET desk = d.desk || caller;
  PERFORM veiviser.keep_words(before.id, 'c', args->'callerWords');
  RETURN jsonb_build_object('id', before.id);
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_note(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before veiviser.case_file := veiviser.find((args->>'id')::bigint);
  line bigint := veiviser.add_event(actor, before.id, 'noted', '');
  now bigint := veiviser.moment();
BEGIN
  PERFORM veiviser.touch(before, before.status, before.content->'rounds', line);
  INSERT INTO veiviser.note
  VALUES (line, before.id, args->>'text', now, CASE WHEN (args->>'signed')::boolean THEN actor END);
  RETURN jsonb_build_object('id', before.id, 'moment', now);
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_delete(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE gone bigint;
BEGIN
  IF NOT pg_has_role(session_user, 'veiviser_lead', 'member') THEN
    RAISE insufficient_privilege USING MESSAGE = 'only a lead deletes';
  END IF;
  FOR gone IN SELECT value::bigint FROM jsonb_array_elements_text(args->'ids') LOOP
    PERFORM veiviser.add_event(actor, gone, 'deleted', '');
    INSERT INTO veiviser.tally AS t
    SELECT week, edition, message, cause, fault, result, confirmed, count, reopened, told_back, seconds, verdicts,
      seconds_to_verdict FROM veiviser.counted WHERE case_id = gone
    ON CONFLICT (week, edition, message, cause, fault, result, confirmed) DO UPDATE
    SET count = t.count + excluded.count, reopened = t.reopened + excluded.reopened,
      told_back = t.told_back + excluded.told_back, seconds = t.seconds + excluded.seconds,
      verdicts = t.verdicts + excluded.verdicts,
      seconds_to_verdict = t.seconds_to_verdict + excluded.seconds_to_verdict;
    PERFORM veiviser.count_follow_up(due, true) FROM veiviser.desk_case
    WHERE case_id = gone AND status = 'waiting' AND due < to_char(veiviser.today(), 'YYYY-MM-DD');
    DELETE FROM veiviser.case_file WHERE id = gone;
    IF NOT FOUND THEN RAISE EXCEPTION 'no such case' USING ERRCODE = 'DT004', DETAIL = gone::text; END IF;
  END LOOP;
  -- What a save was answered with has the answers of the rounds.
  UPDATE veiviser.done SET answer = answer - 'rounds' WHERE answer ? 'rounds'
    AND (answer->>'id')::bigint IN (SELECT value::bigint FROM jsonb_array_elements_text(args->'ids'));
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_purge(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone jsonb;
  overdue bigint := veiviser.overdue_line((args->>'trail')::bigint);
  line bigint;
  lines bigint;
  keys bigint;
BEGIN
  -- So many are soon gone; the program asks again until there are none, and others come to their turn meanwhile.
  SELECT coalesce(jsonb_object_agg(flow, ids), '{}') INTO gone
  FROM (SELECT flow, jsonb_agg(id) AS ids FROM (SELECT * FROM veiviser.overdue(args->'rules') LIMIT 500) AS o
    GROUP BY flow) AS f;
  PERFORM veiviser.do_delete(actor, jsonb_build_object('ids', coalesce(
    (SELECT jsonb_agg(id) FROM jsonb_each(gone) AS f (flow, ids), jsonb_array_elements(ids) AS id), '[]')));
  SELECT max(id) INTO line FROM (
    SELECT id FROM veiviser.event WHERE id <= overdue ORDER BY id LIMIT 5000) AS e;
  UPDATE veiviser.head SET start_event = e.id, start_digest = e.digest FROM veiviser.event AS e WHERE e.id = line;
  DELETE FROM veiviser.event WHERE id <= line;
  GET DIAGNOSTICS lines = ROW_COUNT;
  IF lines > 0 THEN PERFORM veiviser.add_event(actor, 0, 'trimmed', ''); END IF;
  -- No program tries again for so long.
  DELETE FROM veiviser.done WHERE key IN (
    SELECT key FROM veiviser.done WHERE made < veiviser.moment() - 86400 AND answer IS NOT NULL LIMIT 5000);
  GET DIAGNOSTICS keys = ROW_COUNT;
  RETURN jsonb_build_object('gone', gone, 'lines', lines, 'more', lines = 5000 OR keys = 5000);
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_callback(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM veiviser.find((args->>'id')::bigint);
  DELETE FROM veiviser.callback WHERE case_id = (args->>'id')::bigint;
  IF args ? 'number' THEN
    -- No number is kept longer than a week, whatever is asked.
    INSERT INTO veiviser.callback
    VALUES ((args->>'id')::bigint, args->>'number', (args->>'due')::date,
      least((args->>'last')::date, veiviser.today() + 7));
  END IF;
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION veiviser.do_setting(actor bigint, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM veiviser.setting WHERE who = actor AND key = args->>'key';
  IF args ? 'value' THEN INSERT INTO veiviser.setting VALUES (actor, args->>'key', args->>'value'); END IF;
  RETURN '{}';
END $$;

-- The one way to write. A call under a key that is known changes nothing and has the answer it had.
CREATE OR REPLACE FUNCTION veiviser.change(call_key uuid, act text, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  actor bigint := coalesce((SELECT number FROM veiviser.agent WHERE role = session_user), veiviser.sign_in());
  call_print bytea := sha256(convert_to(act || args::text, 'UTF8'));
  known veiviser.done;
  result jsonb;
BEGIN
  -- Whoever makes the same call waits here until the first has ended, and then sees what came of it.
  INSERT INTO veiviser.done VALUES (call_key, actor, call_print, veiviser.moment()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO known FROM veiviser.done WHERE key = call_key;
    IF known.who <> actor OR known.print <> call_print THEN
      RAISE EXCEPTION 'the key is another call''s' USING ERRCODE = 'DT002';
    END IF;
    RETURN known.answer;
  END IF;
  PERFORM FROM veiviser.head FOR UPDATE;
  -- A program that was open while the store got another shape.
  IF nullif(current_setting('veiviser.shape', true), '') <> (SELECT shape::text FROM veiviser.meta) THEN
    RAISE EXCEPTION 'a program of another shape' USING ERRCODE = 'DT005';
  END IF;
  result := CASE act
    WHEN 'create' THEN veiviser.do_create(actor, args)
    WHEN 'save' THEN veiviser.do_save(actor, args)
    WHEN 'act' THEN veiviser.do_act(actor, args)
    WHEN 'undo' THEN veiviser.do_undo(actor, args)
    WHEN 'describe' THEN veiviser.do_describe(actor, args)
    WHEN 'note' THEN veiviser.do_note(actor, args)
    WHEN 'delete' THEN veiviser.do_delete(actor, args)
    WHEN 'purge' THEN veiviser.do_purge(actor, args)
    WHEN 'callback' THEN veiviser.do_callback(actor, args)
    WHEN 'setting' THEN veiviser.do_setting(actor, args)
    WHEN 'forget' THEN '{}'::jsonb
  END;
  IF result IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'no such act'; END IF;
  DELETE FROM veiviser.callback AS c WHERE last < veiviser.today()
    OR EXISTS (SELECT FROM veiviser.case_file WHERE id = c.case_id AND status = 'closed');
  UPDATE veiviser.done SET answer = result WHERE key = call_key;
  NOTIFY veiviser;
  RETURN result;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA veiviser FROM PUBLIC;
GRANT USAGE ON SCHEMA veiviser TO veiviser_agent;
GRANT SELECT ON veiviser.meta, veiviser.head, veiviser.agent, veiviser.case_file, veiviser.word, veiviser.note,
  veiviser.event, veiviser.desk_case, veiviser.outcome, veiviser.tally, veiviser.counted, veiviser.follow_up,
  veiviser.callback TO veiviser_agent;
GRANT EXECUTE ON FUNCTION veiviser.change, veiviser.sign_in, veiviser.own_setting, veiviser.moment, veiviser.today,
  veiviser.overdue, veiviser.overdue_line TO veiviser_agent;
RESET ROLE;
