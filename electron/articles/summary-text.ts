/** Tells the summaries that many feeds hold in place of articles from whole articles. Pure. */

// Summaries in feeds end near 50 words, whole articles begin near 200; what lies between is looked up.
const SUMMARY_WORDS = 150
const CUT_OFF =
  /(\[?(…|\.\.\.)\]?|\b(read more|continue reading|read the (full|rest)[^.]{0,40}|weiterlesen|lire la suite|leer más|leia mais|читать далее)\W{0,5})$/i

/** True for a text that is short, or ends with an invitation to read on elsewhere. */
export function isSummary({ text, words }: { readonly text: string; readonly words: number }): boolean {
  return words < SUMMARY_WORDS || CUT_OFF.test(text.slice(-200).trimEnd())
}
