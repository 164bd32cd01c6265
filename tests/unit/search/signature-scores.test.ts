import { describe, expect, it } from 'vitest'
import { profileOf } from '../../../electron/search/article-profile'
import { packSignature, profileVector, signatureVector } from '../../../electron/search/article-signature'
import { SignatureScores } from '../../../electron/search/signature-scores'
import { hashTerm, TermCounts } from '../../../electron/search/term-counts'
import { nearness } from '../../../electron/search/term-vector'

const TEXTS = [
  'The young Nadia Orlik won the chess championship in Tarsk with a queen sacrifice.',
  'With a queen sacrifice the teenager Nadia Orlik became champion in Tarsk.',
  '',
  'Roses need water in May, and the garden of Tarsk has none.',
  'A ferry ran aground off Brell; nobody was hurt.',
]

function library() {
  const counts = TermCounts.empty()
  const profiles = TEXTS.map((text) => profileOf({ title: '', text }))
  for (const { terms, length } of profiles) counts.add([...terms.keys()].map(hashTerm), length)
  const packed = profiles.map((profile) => packSignature(profile, counts))
  return { counts, profiles, packed, scores: new SignatureScores(packed, counts) }
}

describe('the nearness of one article to many', () => {
  it('is the same for all side by side as for each by itself', () => {
    const { counts, profiles, packed, scores } = library()
    for (const profile of profiles) {
      const own = profileVector(profile, counts)
      const each = packed.map((signature) => nearness(own, signatureVector(signature, counts)))
      const all = [...scores.nearnessTo(own)]
      expect(all).toHaveLength(each.length)
      all.forEach((score, place) => {
        expect(score).toBeCloseTo(each[place] ?? NaN, 12)
      })
    }
  })
  it('is one to itself and nothing to an article without words', () => {
    const { counts, packed, scores } = library()
    const [first = 0, , empty] = scores.nearnessTo(signatureVector(packed[0] ?? new Uint8Array(), counts))
    expect(first).toBeCloseTo(1, 12)
    expect(empty).toBe(0)
  })
  it('gives each article its own terms back', () => {
    const { counts, packed, scores } = library()
    packed.forEach((signature, place) => {
      const own = signatureVector(signature, counts)
      const given = scores.vector(place)
      expect([...given.keys()]).toEqual([...own.keys()])
      for (const [hash, weight] of own) expect(given.get(hash)).toBeCloseTo(weight, 12)
    })
  })
  it('tells terms apart that fall into one place of its table', () => {
    const { scores } = library()
    // Every weight here is of a term that no article has.
    const strangers = new Map(Array.from({ length: 300 }, (_, n) => [(n << 20) >>> 0, 0.05]))
    expect([...scores.nearnessTo(strangers)]).toEqual(TEXTS.map(() => 0))
  })
})
