/** The sheet of keys (`?`). */
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { SHORTCUTS } from './key-map'
import type { ShortcutLine } from './key-map'
import { useApp } from './window-context'

export function ShortcutsSheet() {
  const close = useApp((state) => state.closeDialog)
  return (
    <Dialog title={wording.shortcuts.title} onClose={close} size="large">
      <div className="shortcuts">
        {SHORTCUTS.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.what}>
                  <dt>{line.what}</dt>
                  <dd>
                    <Keys line={line} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Keys({ line }: { readonly line: ShortcutLine }) {
  return line.keys.map((key, at) => (
    <span key={key}>
      {at > 0 ? <span className="then"> {wording.shortcuts.then} </span> : null}
      {key.split(' ').map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  ))
}
