/** Decides the direction of a text by its first letter that has one, as `dir="auto"` does, but for any text we hold. Pure. */

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const LETTER = /\p{L}/u

/** null when the text has no letter. */
export function textDirection(text: string): 'ltr' | 'rtl' | null {
  const [letter] = LETTER.exec(text) ?? []
  if (letter === undefined) return null
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}
