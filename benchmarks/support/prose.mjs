// Prose whose words are as unevenly common as those of a language (Zipf's law), the same for the same number. Every tenth text is partly Chinese.

/** A word that stands in one text of a thousand, and one that stands in most. */
export const RARE_WORD = 'rareword'
export const COMMON_WORD = 'common3'
/** A word of 1,000 that stands in every hundredth text or so. */
export const CHINESE = '北京'

const RARE_EVERY = 1000
const WORDS = 150_000
const LETTERS = 'etaoinsrhldcumfpgwyb'

/**
 * @param {number} number
 * @returns {{ title: string, paragraphs: string[], writer: string }} about 4 KB of text in six paragraphs
 */
export function proseOf(number) {
  const random = randomFrom(number + 1)
  const paragraphs = Array.from({ length: 6 }, () =>
    Array.from({ length: 6 }, () => sentence(random, 17)).join(' '),
  )
  if (number % RARE_EVERY === 77) paragraphs.push(`And ${RARE_WORD} was said.`)
  if (number % 10 === 0) paragraphs.push(Array.from({ length: 200 }, () => hanzi(random)).join(''))
  return { title: capital(words(random, 9)), paragraphs, writer: `Writer ${String(number % 500)}` }
}

function sentence(random, length) {
  return `${capital(words(random, length))}.`
}

function words(random, many) {
  return Array.from({ length: many }, () => wordOf(random)).join(' ')
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function wordOf(random) {
  const rank = Math.floor(Math.exp(random() * Math.log(WORDS)))
  if (rank < 30) return `common${String(rank)}`
  // Lengths and letters as in English prose: about 5.5 letters a word.
  let word = ''
  for (let rest = rank * 7919; rest > 0; rest = Math.floor(rest / LETTERS.length))
    word += LETTERS[rest % LETTERS.length]
  return word
}

function hanzi(random) {
  const rank = Math.floor(Math.exp(random() * Math.log(3000)))
  return rank < 3 ? ('北京大'[rank - 1] ?? '学') : String.fromCodePoint(0x4e00 + rank * 5)
}

function randomFrom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
