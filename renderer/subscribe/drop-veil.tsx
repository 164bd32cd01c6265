/** Says, while something is held over the window, that it can be dropped there. Only for the eye: a screen reader drags nothing. */
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'

export function DropVeil() {
  const over = useApp((state) => state.dropOver)
  if (!over) return null
  return (
    <div className="drop-veil" aria-hidden="true">
      <div className="drop-card">
        <strong>{wording.subscribe.drop}</strong>
        <span>{wording.subscribe.dropHint}</span>
      </div>
    </div>
  )
}
