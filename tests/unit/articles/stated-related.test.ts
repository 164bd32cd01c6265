import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { MODEL_PAGE } from './model-page'

const PAGE = 'https://vell.example/2024/ferry'

function relatedOf(html: string): readonly (readonly [title: string, url: string])[] {
  const result = extractArticle(html, { url: PAGE })
  if (!result.ok) throw new Error(result.error.message)
  return result.body.related.map(({ title, url }) => [title, url])
}

const OWN = relatedOf(MODEL_PAGE)
const inHead = (markup: string): string => MODEL_PAGE.replace('</head>', `${markup}</head>`)
const linkedData = (relatedLink: unknown): string =>
  inHead(
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Vell closes its island ferry', relatedLink })}</script>`,
  )

describe('related articles that a page states beside its text', () => {
  test('come from links with that relation, after those of its boxes', () => {
    const page = inHead(
      '<link rel="Related noopener" href="/a/lamp" title="Who pays for the lighthouse now">',
    )
    expect(relatedOf(page)).toEqual([
      ...OWN,
      ['Who pays for the lighthouse now', 'https://vell.example/a/lamp'],
    ])
  })

  test('come from schema.org data, with its title or that of a link of the page', () => {
    const data = [
      { '@type': 'Article', name: 'Who pays for the lighthouse now', url: '/a/lamp' },
      'https://vell.example/sports',
    ]
    const page = linkedData(data).replace(
      '<footer>',
      '<p><a href="/sports">The regatta is moved to the lake</a></p><footer>',
    )
    expect(relatedOf(page).slice(OWN.length)).toEqual([
      ['Who pays for the lighthouse now', 'https://vell.example/a/lamp'],
      ['The regatta is moved to the lake', 'https://vell.example/sports'],
    ])
  })

  test('are named once where a box names them too, and never the page itself', () => {
    expect(
      relatedOf(linkedData(['https://vell.example/a/school', { url: PAGE, name: 'Vell closes its ferry' }])),
    ).toEqual(OWN)
  })

  test('without a title anywhere are left out, and nonsense is no link', () => {
    expect(
      relatedOf(
        linkedData([
          'https://other.example/x',
          7,
          null,
          { url: 'javascript:alert(1)', name: 'A long title' },
        ]),
      ),
    ).toEqual(OWN)
  })
})
