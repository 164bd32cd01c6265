/** Every word of the interface in the language it is shown in. Components read them here and nowhere else. */
import { en } from './en'
import type { Text } from './en'

export const wording: Text = en
