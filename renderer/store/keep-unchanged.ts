/**
 * Takes a fresh copy of a value in, yet keeps every part of the old one that says the same, so that what is compared by identity
 * is drawn anew only where something changed. For plain values as the bridge sends them. Pure.
 */

/** Equal to `after`; the very `before`, or parts of it, where they are equal. */
export function keepUnchanged<T>(before: T, after: T): T {
  if (Object.is(before, after)) return before
  if (!isPlain(before) || !isPlain(after) || Array.isArray(before) !== Array.isArray(after)) return after
  const names = Object.keys(after)
  let same = names.length === Object.keys(before).length
  const kept = names.map((name): [string, unknown] => {
    const value = keepUnchanged(before[name], after[name])
    same &&= name in before && Object.is(value, before[name])
    return [name, value]
  })
  if (same) return before
  return (Array.isArray(after) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as T
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
