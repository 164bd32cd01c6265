/** The tables of the index. Everything in them is derived from the library: a change of shape or of `tokenise` raises the version, and old files are made anew. */

export const INDEX_VERSION = 1

/**
 * `words` keeps no text (contentless): the library has it. Its tokeniser only splits at spaces, because `tokenise` has done the work.
 * Rows are numbered by `ArticleNumbers`, in order of time.
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
    signature BLOB NOT NULL
  );
  CREATE VIRTUAL TABLE words USING fts5(
    title, byline, body, feed,
    content = '', contentless_delete = 1, tokenize = 'ascii'
  );
`

/** Weights of a match in title, byline, body and feed. */
export const COLUMN_WEIGHTS = '6.0, 3.0, 1.0, 0.0'
