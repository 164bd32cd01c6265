/** Every word of the interface in German, put together from its parts. */
import { activity } from './de/activity'
import { feeds } from './de/feeds'
import { highlights } from './de/highlights'
import { keyboard } from './de/keyboard'
import { list } from './de/list'
import { network } from './de/network'
import { reader } from './de/reader'
import { readiness } from './de/readiness'
import { rules } from './de/rules'
import { settings } from './de/settings'
import { storage } from './de/storage'
import { stories } from './de/stories'
import { subscribe } from './de/subscribe'
import { versions } from './de/versions'
import { window } from './de/window'
import { works } from './de/works'
import type { Translation } from './translation'

export const de: Translation = {
  ...window,
  ...feeds,
  ...list,
  ...reader,
  ...highlights,
  ...settings,
  ...storage,
  ...activity,
  ...keyboard,
  ...network,
  ...readiness,
  ...rules,
  ...stories,
  ...subscribe,
  ...versions,
  ...works,
}
