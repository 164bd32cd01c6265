/** What happens with new articles: the way to the rules, and what the desktop is told. */
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { Choice, SwitchField, WordChoice } from './setting-fields'

const text = wording.settings

export function ArrivalSettings() {
  const settings = useApp((state) => state.settings)
  const changeSettings = useApp((state) => state.changeSettings)
  const openDialog = useApp((state) => state.openDialog)
  return (
    <section className="setting-group">
      <h3>{text.arrivals}</h3>
      <div className="setting">
        <span>{text.rulesHint}</span>
        <button
          type="button"
          className="button"
          onClick={() => {
            openDialog('rules')
          }}
        >
          {text.rules}
        </button>
      </div>
      <WordChoice
        label={wording.edition.atStart}
        hint={wording.edition.atStartHint}
        options={wording.edition.sizes}
        value={settings.edition}
        onChange={(edition) => {
          void changeSettings({ edition })
        }}
      />
      <Choice
        label={text.notifications}
        options={text.notificationChoices}
        value={settings.notifications}
        onChange={(notifications) => {
          void changeSettings({ notifications })
        }}
      />
      <SwitchField
        label={text.unreadBadge}
        value={settings.unreadBadge}
        onChange={(unreadBadge) => {
          void changeSettings({ unreadBadge })
        }}
      />
    </section>
  )
}
