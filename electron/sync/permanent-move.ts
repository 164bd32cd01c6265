/** A feed's new address is believed after two answers in a row that name the same one: captive portals and mistakes pass. */
import type { Redirect } from './fetch-outcome'

/** Where the redirects lead as long as they are permanent (301, 308); null when the first one is not. */
export function permanentTarget(redirects: readonly Redirect[]): string | null {
  let target: string | null = null
  for (const { status, to } of redirects) {
    if (status !== 301 && status !== 308) break
    target = to
  }
  return target
}

/** `url` is set when the feed moves now, `movedTo` is what to remember for the next answer. */
export function followMove(
  target: string | null,
  remembered: string | null,
): { readonly url: string | null; readonly movedTo: string | null } {
  if (target !== null && target === remembered) return { url: target, movedTo: null }
  return { url: null, movedTo: target }
}
