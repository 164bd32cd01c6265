/** The tables of the index. Everything in them is derived from the library: a change of shape or of `tokenise` raises the version, and old files are made anew. */

export const INDEX_VERSION = 6

/**
 * `words` keeps no text (contentless): the library has it. Its tokeniser only splits at spaces, because `tokenise` has done the work.
 * The body is the first column, for FTS5 notes any other with two bytes more for every word. Rows are numbered by `ArticleNumbers`, in order of time.
 */
export const INDEX_SCHEMA = `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
  CREATE TABLE feeds (number INTEGER PRIMARY KEY, feed_id TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
  CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    article_id BLOB NOT NULL UNIQUE,
    feed INTEGER NOT NULL,
    -- Seconds since 1970: published, or arrived where that is unknown or earlier.
    time INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    -- Length of the profile whose terms are in the counts.
    counted REAL NOT NULL,
    signature BLOB NOT NULL,
    sketch BLOB NOT NULL,
    -- As TitlePattern has them.
    title INTEGER NOT NULL,
    pattern INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    -- As StoryPlace has them; null for an article alone.
    story INTEGER,
    wording INTEGER
  );
  CREATE INDEX stories ON articles(story) WHERE story IS NOT NULL;
  -- The weightiest terms of each article, by hash.
  CREATE TABLE marks (term INTEGER, number INTEGER, PRIMARY KEY (term, number)) WITHOUT ROWID;
  CREATE TABLE vocabulary (term TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    body, title, byline, feed,
    content = '', contentless_delete = 1, tokenize = 'ascii'
  );
`

/** Weights of a match in body, title, byline and feed. */
export const COLUMN_WEIGHTS = '1.0, 6.0, 3.0, 0.0'
