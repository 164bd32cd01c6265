/** How an article is set: typeface, size, column, spacing, alignment, hyphens. Stands in the settings and in the popover over the article. */
import type { Settings } from '../../contract/settings'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { Choice, RangeField } from './setting-fields'

const text = wording.settings

export function ThemeField() {
  const { settings, change } = useSettings()
  return (
    <Choice
      label={text.theme}
      options={text.themes}
      value={settings.theme}
      onChange={(theme) => {
        change({ theme })
      }}
    />
  )
}

export function TypeFields() {
  const { settings, change } = useSettings()
  return (
    <>
      <Choice
        label={text.typeface}
        options={text.typefaces}
        value={settings.typeface}
        onChange={(typeface) => {
          change({ typeface })
        }}
      />
      <Measures settings={settings} change={change} />
      <Choice
        label={text.alignment}
        options={text.alignments}
        value={settings.alignment}
        onChange={(alignment) => {
          change({ alignment })
        }}
      />
      <Choice
        label={text.hyphenation}
        options={text.hyphenations}
        value={settings.hyphenation}
        onChange={(hyphenation) => {
          change({ hyphenation })
        }}
      />
    </>
  )
}

interface FieldsProps {
  readonly settings: Settings
  readonly change: (part: Partial<Settings>) => void
}

function Measures({ settings, change }: FieldsProps) {
  return (
    <>
      <RangeField
        label={text.textSize}
        shown={text.pixels(settings.textSize)}
        limits={[12, 32, 1]}
        value={settings.textSize}
        onChange={(textSize) => {
          change({ textSize })
        }}
      />
      <RangeField
        label={text.textWidth}
        shown={text.characters(settings.textWidth)}
        limits={[40, 110, 2]}
        value={settings.textWidth}
        onChange={(textWidth) => {
          change({ textWidth })
        }}
      />
      <RangeField
        label={text.lineHeight}
        shown={settings.lineHeight.toFixed(2)}
        limits={[1.2, 2, 0.05]}
        value={settings.lineHeight}
        onChange={(lineHeight) => {
          change({ lineHeight })
        }}
      />
    </>
  )
}

function useSettings(): FieldsProps {
  const settings = useApp((state) => state.settings)
  const changeSettings = useApp((state) => state.changeSettings)
  return { settings, change: (part) => void changeSettings(part) }
}
