// The measures: ROUGE for key points, neighbours and B-cubed for stories, and the plain TF-IDF that ours must beat. Pure.

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L (over the whole text, not by sentence), F1, without stemming (Lin 2004).
 *
 * @param {string} made
 * @param {string} wanted
 */
export function rouge(made, wanted) {
  const [a, b] = [wordsOf(made), wordsOf(wanted)]
  return [
    overlap(grams(a, 1), grams(b, 1)),
    overlap(grams(a, 2), grams(b, 2)),
    f1(longestCommon(a, b), a.length, b.length),
  ]
}

function grams(words, size) {
  const counts = new Map()
  for (let at = 0; at + size <= words.length; at++) {
    const gram = words.slice(at, at + size).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

function overlap(a, b) {
  let shared = 0
  for (const [gram, count] of a) shared += Math.min(count, b.get(gram) ?? 0)
  return f1(shared, sum(a.values()), sum(b.values()))
}

function longestCommon(a, b) {
  let before = new Array(b.length + 1).fill(0)
  for (const word of a) {
    const row = [0]
    b.forEach((other, at) => row.push(word === other ? before[at] + 1 : Math.max(before[at + 1], row[at])))
    before = row
  }
  return before[b.length]
}

function f1(shared, made, wanted) {
  return shared === 0 ? 0 : (2 * shared) / (made + wanted)
}

const sum = (numbers) => [...numbers].reduce((all, one) => all + one, 0)
export const mean = (numbers) => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length)

/**
 * Share of right ones among the first `most` of each list, of those that have so many to find.
 *
 * @param {readonly { readonly found: readonly string[], readonly wanted: ReadonlySet<string> }[]} lists
 * @param {number} most
 */
export function nearestRight(lists, most) {
  return mean(
    lists
      .filter(({ wanted }) => wanted.size > 0)
      .map(({ found, wanted }) => {
        const possible = Math.min(most, wanted.size)
        return found.slice(0, possible).filter((id) => wanted.has(id)).length / possible
      }),
  )
}

/**
 * B-cubed F1 (Bagga and Baldwin 1998) of two labellings of the same things.
 *
 * @param {readonly { readonly made: string, readonly wanted: string }[]} labels
 */
export function bCubed(labels) {
  const shares = labels.map((own) => {
    const sameMade = labels.filter(({ made }) => made === own.made)
    const sameWanted = labels.filter(({ wanted }) => wanted === own.wanted)
    const both = sameMade.filter(({ wanted }) => wanted === own.wanted).length
    return [both / sameMade.length, both / sameWanted.length]
  })
  const [precision, recall] = [mean(shares.map(([p]) => p)), mean(shares.map(([, r]) => r))]
  return (2 * precision * recall) / (precision + recall)
}

/**
 * The nearest of each by the cosine of TF-IDF, nearest first: what anybody would write in an afternoon.
 *
 * @param {readonly { readonly id: string, readonly title: string, readonly text: string }[]} articles
 * @returns {readonly (readonly { readonly id: string, readonly score: number }[])[]}
 */
export function tfIdf(articles) {
  const counts = articles.map(({ title, text }) => grams(wordsOf(`${title} ${text}`), 1))
  const documents = new Map()
  for (const one of counts) for (const word of one.keys()) documents.set(word, (documents.get(word) ?? 0) + 1)
  const vectors = counts.map((one) => {
    const weights = new Map(
      [...one].map(([word, count]) => [word, count * Math.log(articles.length / documents.get(word))]),
    )
    const length = Math.hypot(...weights.values()) || 1
    return new Map([...weights].map(([word, weight]) => [word, weight / length]))
  })
  return vectors.map((own, at) =>
    vectors
      .map((other, place) => ({ id: articles[place].id, score: place === at ? -1 : cosine(own, other) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score),
  )
}

function cosine(a, b) {
  let product = 0
  for (const [word, weight] of a) product += weight * (b.get(word) ?? 0)
  return product
}

/**
 * Stories by TF-IDF: whoever is nearer than `least` is of one story, and so are their neighbours.
 *
 * @param {readonly { readonly id: string }[]} articles
 * @param {ReturnType<typeof tfIdf>} nearest
 * @param {number} least
 */
export function chainStories(articles, nearest, least) {
  const story = new Map(articles.map(({ id }) => [id, id]))
  const rootOf = (id) => (story.get(id) === id ? id : rootOf(story.get(id)))
  nearest.forEach((list, at) => {
    for (const { id, score } of list) if (score >= least) story.set(rootOf(id), rootOf(articles[at].id))
  })
  return articles.map(({ id }) => rootOf(id))
}
