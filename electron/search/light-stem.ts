/** Takes the commonest endings off a word, so that "elects", "elected" and "electing" count as one in comparing articles. Not for the search index. */

const VOWEL = /[aeiouy]/

/** Only words of plain Latin letters are touched; others come back as they are. Never shorter than three letters. */
export function lightStem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const single = withoutPlural(word)
  const ending = /(?:ing|ed)$/.exec(single)
  const stem = ending ? withoutVerbEnding(single, ending[0].length) : single
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

function withoutPlural(word: string): string {
  if (/(?:ies|ied)$/.test(word) && word.length > 4) return word.slice(0, -3) + 'y'
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function withoutVerbEnding(word: string, length: number): string {
  const stem = word.slice(0, -length)
  if (stem.length < 3 || !VOWEL.test(stem)) return word
  // stopped, planning: the doubled letter belongs to the ending; but fall, miss, buzz keep theirs.
  return /([^aeiouylsz])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
