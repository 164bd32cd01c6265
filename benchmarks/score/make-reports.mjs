/*
 * News made up from a seed: events, and several feeds' reports of each, in made-up words with English ones between them. No text of any
 * publisher, and the same seed gives the same news everywhere. Words are spread as in real news: a few are everywhere, those of a kind
 * of news are in all its events, names and some words belong to one event alone.
 */

/**
 * @typedef {object} Report
 * @property {string} id
 * @property {string} event reports of one event have the same
 * @property {string} title
 * @property {readonly string[]} sentences
 * @property {string} published ISO 8601
 * @property {readonly string[]} summary the event's three weightiest facts, told anew
 */

const HOUR_MS = 60 * 60 * 1000
const START = Date.UTC(2026, 2, 2)
const KINDS = 8
const COMMON_WORDS = 600
const KIND_WORDS = 40
const EVENT_WORDS = 14
const NAMES = 9
const FACTS = 10
const SUMMARY = 3
const BETWEEN =
  'the of and in to a that for with on was by at from as it is after had their which when were over'.split(
    ' ',
  )
const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi zo kra ble dra fi glo han jun kel mor nar pra qui ros sten tul vor'.split(
    ' ',
  )

/**
 * Every round two events of each kind happen within the same days: sisters, which are alike and not the same.
 *
 * @param {number} seed
 * @param {{ readonly rounds: number, readonly reportsOfEach: readonly [number, number], readonly lone: number }} size
 * @returns {readonly Report[]}
 */
export function makeReports(seed, { rounds, reportsOfEach, lone }) {
  const dice = makeDice(seed)
  const words = wordSource(dice)
  const common = words(COMMON_WORDS)
  const kinds = Array.from({ length: KINDS }, () => words(KIND_WORDS))
  const reports = []
  const happen = (kind, hours, count) => {
    const event = makeEvent(`e${reports.length}`, { kind, common, words, dice })
    for (let n = 0; n < count; n++)
      reports.push({
        id: `r${reports.length}`,
        ...reportOf(event, dice),
        published: timeOf(hours + dice.between(0, 30)),
      })
  }
  for (let round = 0; round < rounds; round++)
    for (const kind of kinds)
      for (let sister = 0; sister < 2; sister++) happen(kind, round * 60, dice.between(...reportsOfEach))
  for (let n = 0; n < lone; n++) happen(dice.pick(kinds), dice.between(0, rounds * 60), 1)
  return reports
}

const timeOf = (hours) => new Date(START + hours * HOUR_MS).toISOString()

function makeEvent(event, { kind, common, words, dice }) {
  const names = words(NAMES).map((word) => word[0].toUpperCase() + word.slice(1))
  const own = words(EVENT_WORDS)
  // Zipf's law, roughly: the first words of the list come again and again.
  const any = () => common[Math.floor(common.length * dice.random() ** 3)]
  // What happened is told of the first names and with the first words; the further facts come back to them.
  const some = (list) => list[Math.floor(list.length * dice.random() ** 2)]
  const fact = () => [
    some(names),
    ...Array.from({ length: dice.between(1, 2) }, () => some(names)),
    ...Array.from({ length: dice.between(2, 3) }, () => some(own)),
    ...Array.from({ length: dice.between(2, 3) }, () => dice.pick(kind)),
    ...Array.from({ length: dice.between(4, 6) }, any),
  ]
  return {
    event,
    facts: Array.from({ length: FACTS }, fact),
    aside: () => [...Array.from({ length: 3 }, () => dice.pick(kind)), ...Array.from({ length: 8 }, any)],
  }
}

function reportOf({ event, facts, aside }, dice) {
  const tell = (fact) =>
    sentenceOf(
      fact.filter(() => dice.random() < 0.75),
      dice,
    )
  const weighty = facts.slice(0, SUMMARY).map(tell)
  const rest = dice
    .shuffled(facts.slice(SUMMARY))
    .slice(0, dice.between(3, FACTS - SUMMARY))
    .map(tell)
  const asides = Array.from({ length: dice.between(4, 9) }, () => sentenceOf(aside(), dice))
  // A good half of reports begin with what matters; the others come to it.
  const start = dice.random() < 0.55 ? [] : asides.splice(0, 3)
  return {
    event,
    title: sentenceOf(
      facts[0].filter(() => dice.random() < 0.6),
      dice,
    ).slice(0, -1),
    sentences: [...start, ...weighty, ...dice.shuffled([...rest, ...asides])],
    summary: facts.slice(0, SUMMARY).map(tell),
  }
}

function sentenceOf(content, dice) {
  const text = content
    .flatMap((word) => (dice.random() < 0.7 ? [dice.pick(BETWEEN), word] : [word]))
    .join(' ')
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}

/** Each word is given out once. */
function wordSource(dice) {
  const given = new Set(BETWEEN)
  const word = () => Array.from({ length: dice.between(2, 4) }, () => dice.pick(SYLLABLES)).join('')
  const fresh = () => {
    let made = word()
    while (given.has(made)) made = word()
    given.add(made)
    return made
  }
  return (count) => Array.from({ length: count }, fresh)
}

/** Mulberry32: a small generator of good enough numbers, the same on every machine. */
function makeDice(seed) {
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    random,
    pick: (list) => list[Math.floor(random() * list.length)],
    between: (least, most) => least + Math.floor(random() * (most - least + 1)),
    shuffled: (list) =>
      list
        .map((value) => ({ value, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}
