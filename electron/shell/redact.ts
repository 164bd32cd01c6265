/** Takes secrets out of text before it is logged: passwords and queries of addresses, tokens, the name of the reader's home folder. */

// Linear patterns only: a log line may quote a stranger's text.
const CREDENTIALS = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'<>@]{1,500}@/gi
const QUERY = /(:\/\/[^\s?#"'<>]{0,2000}\?)[^\s"'<>]{1,8000}/g
const SECRET =
  /\b(authorization|cookie|password|passwd|token|secret|api[-_]?key)(["']?\s{0,4}[:=]\s{0,4}["']?)(?:(?:basic|bearer) )?[^\s"',;]{1,2000}/gi

export function redact(text: string, home: string): string {
  const withoutSecrets = text.replace(CREDENTIALS, '$1…@').replace(QUERY, '$1…').replace(SECRET, '$1$2…')
  return home.length > 1 ? withoutSecrets.replaceAll(home, '~') : withoutSecrets
}
