/** Takes secrets out of text before it is logged: passwords and queries of addresses, tokens, the name of the reader's home folder. */

// Linear patterns only, a match takes all it has looked at: a log line may quote a stranger's text.
const ADDRESS = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s"'<>]+)/gi
const SECRET =
  /\b(authorization|cookie|password|passwd|token|secret|api[-_]?key)(["']?\s{0,4}[:=]\s{0,4}["']?)(?:(?:basic|bearer) )?[^\s"',;]{1,2000}/gi

export function redact(text: string, home: string): string {
  const withoutSecrets = text
    .replace(ADDRESS, (_all, scheme: string, rest: string) => scheme + plainAddress(rest))
    .replace(SECRET, '$1$2…')
  return home.length > 1 ? withoutSecrets.replaceAll(home, '~') : withoutSecrets
}

/** What stands behind `://`, without user name, password, query and fragment. */
function plainAddress(rest: string): string {
  const query = rest.search(/[?#]/)
  const plain = query < 0 ? rest : `${rest.slice(0, query)}?…`
  const slash = plain.indexOf('/')
  const at = plain.slice(0, slash < 0 ? undefined : slash).lastIndexOf('@')
  return at < 0 ? plain : `…${plain.slice(at)}`
}
