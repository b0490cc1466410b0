-- Fills an empty store on a server with :cases cases, as those of a desk in the end: one of ten is open, half were
-- calls, one of a hundred is a request to ask about again. The trail is whole. Written as SQL, since saving each
-- would take hours.
\set ON_ERROR_STOP 1
SET session_replication_role = replica;
SET synchronous_commit = off;
INSERT INTO veiviser.case_file (id, revision, created, updated, last_event, content)
SELECT i + 1000, 1, veiviser.moment() - 864000, veiviser.moment(), i, jsonb_build_object(
  'flow', CASE WHEN i % 100 = 0 THEN 'requestAccess' ELSE 'findFault' END,
  'status', CASE WHEN i % 10 = 0 THEN 'open' ELSE 'closed' END, 'step', 'conclusion',
  'title', 'Sak ' || i || ' for NORDLYS REGNSKAP AS ' || 310000000 + i || ' bransje' || i % 97 || ' sted' || i % 389
    || CASE WHEN i % 500 = 0 THEN ' sjelden' || i ELSE '' END,
  'answers', (SELECT jsonb_agg(jsonb_build_object('field', f, 'answer', jsonb_build_object('value', v, 'source', 'told')))
    FROM (VALUES ('message', 'E1'), ('reportee.kind', 'organisation'), ('person.right', 'no')) AS a (f, v)),
  'rounds', '[]'::jsonb)
  || CASE WHEN i % 100 = 0 THEN '{"due": {"year": 2026, "month": 1, "day": 15}}' ELSE '{}' END::jsonb
FROM generate_series(1, :cases) AS i;
INSERT INTO veiviser.word (case_id, kind, word)
SELECT DISTINCT id, 'a'::"char", w FROM veiviser.case_file, LATERAL unnest(
  regexp_split_to_array(lower(content->>'title'), ' ')
  || ARRAY[':flow:' || flow, ':message:E1', ':point:personRights', ':status:' || status, ':services:s' || id % 13,
    ':fault:f' || id % 7]) AS w;
INSERT INTO veiviser.desk_case (case_id, stamp, status, desk)
SELECT id, last_event, status, '{"line": "none", "level": "first", "caller": {"words": ""}, "promise": {}}'::jsonb
  || CASE WHEN id % 100 = 0 THEN '{"owner": 1000}' ELSE '{}' END::jsonb FROM veiviser.case_file WHERE id % 2 = 0;
INSERT INTO veiviser.agent VALUES (1000, 'agent1') ON CONFLICT DO NOTHING;
WITH RECURSIVE line (id, digest) AS (
  SELECT 0::bigint, decode(repeat('00', 32), 'hex')
  UNION ALL
  SELECT id + 1, sha256(digest || int8send(id + 1) || int8send(id + 1001) || int8send(1000) || int8send(1700000000)
    || int8send(7) || convert_to('created', 'UTF8') || int8send(0)) FROM line WHERE id < :cases
), lines AS (
  INSERT INTO veiviser.event SELECT id, id + 1000, 1000, 1700000000, 'created', '', digest FROM line WHERE id > 0
)
UPDATE veiviser.head SET event = :cases, last_case = :cases + 1000,
  digest = (SELECT digest FROM line WHERE id = :cases);
VACUUM ANALYZE;
