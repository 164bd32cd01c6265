/** Every word of the interface in English, put together from its parts. Another language is a second set of the same shape. */
import { activity } from './en/activity'
import { feeds } from './en/feeds'
import { highlights } from './en/highlights'
import { keyboard } from './en/keyboard'
import { list } from './en/list'
import { network } from './en/network'
import { reader } from './en/reader'
import { readiness } from './en/readiness'
import { rules } from './en/rules'
import { settings } from './en/settings'
import { storage } from './en/storage'
import { stories } from './en/stories'
import { subscribe } from './en/subscribe'
import { versions } from './en/versions'
import { window } from './en/window'
import { works } from './en/works'

export const en = {
  ...window,
  ...feeds,
  ...list,
  ...reader,
  ...highlights,
  ...settings,
  ...storage,
  ...readiness,
  ...rules,
  ...stories,
  ...subscribe,
  ...versions,
  ...activity,
  ...keyboard,
  ...network,
  ...works,
}

export type Text = typeof en
