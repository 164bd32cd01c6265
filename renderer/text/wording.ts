/** Every word of the interface in the language it is shown in. Components read them here and nowhere else. */
import { de } from './de'
import { en } from './en'
import type { Text } from './en'
import { LANGUAGE } from './language'
import { translated } from './translation'

export const wording: Text = LANGUAGE === 'de' ? translated(en, de) : en
