/** A key drawn as caps: "G T" are two strokes with "then" between them. */
import { wording } from '../text/wording'
import { keyCaps } from './key-stroke'

export function KeyCaps({ keys }: { readonly keys: string }) {
  return keyCaps(keys).map((caps, at) => (
    <span key={caps.join()}>
      {at > 0 ? <span className="then"> {wording.shortcuts.then} </span> : null}
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  ))
}
