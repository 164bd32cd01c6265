import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { MODEL_TEXT } from './model-page'

const [first, second, third, fourth, fifth, sixth, seventh] = MODEL_TEXT
const HEAD = '<head><title>Vell closes its island ferry</title></head>'

function textOfPage(body: string): string {
  const result = extractArticle(`<html>${HEAD}${body}</html>`, { url: 'https://vell.example/ferry' })
  return result.ok ? result.body.text : result.error.code
}

describe('other articles on the page of one', () => {
  test('those whose headings lead to pages of their own go', () => {
    const text =
      textOfPage(`<body><main><article><h1>Vell closes its island ferry</h1><p>${first}</p><p>${second}</p></article>
      <article><h2><a href="/mill">The mill burns again</a></h2><p>${third}</p><p>${fourth}</p></article>
      <article><h2><a href="/school">A school for eleven</a></h2><p>${fifth}</p><p>${sixth}</p></article></main></body>`)
    expect(text).toBe(`${first}\n\n${second}`)
  })

  test('those that a blog numbers as others go, nested or not', () => {
    const text =
      textOfPage(`<body class="single postid-7"><article id="post-7"><p>${first}</p><p>${second}</p>
      <article id="post-9"><p>${third}</p><p>${fourth}</p></article></article></body>`)
    expect(text).toBe(`${first}\n\n${second}`)
  })

  test('parts of the article with headings of their own stay', () => {
    const text =
      textOfPage(`<body><article><h1>Vell closes its island ferry</h1><p>${first}</p><p>${second}</p>
      <article><h2>What the council says</h2><p>${third}</p><p>${seventh}</p></article></article></body>`)
    expect(text).toContain(seventh)
  })

  test('a list under "You may also like" ends an article shorter than itself', () => {
    const text =
      textOfPage(`<body><article><h1>Vell closes its island ferry</h1><p>${first}</p><p>${second}</p>
      <h3>Vous aimerez aussi</h3><p>${third}</p><p>${fourth}</p><p>${fifth}</p></article></body>`)
    expect(text).toBe(`${first}\n\n${second}`)
  })
})

test('text that no name states is found where it is, not in a box beside it', () => {
  const cells = MODEL_TEXT.map((text) => `<ul class="sponsor"><li>${text}</li></ul>`).join('')
  const text = textOfPage(`<body><div class="a"><div class="b">${cells}</div></div>
    <div class="c"><p>Vell Harbour Office, The Quay 1, open on weekdays, from nine to five, and on Saturdays, from ten to two.</p>
    <p>Write to us, ring us, or come by, we are always glad to hear from you, whatever the weather may be today.</p></div></body>`)
  expect(text).toContain(fourth)
})

test('marks for breaking words are not part of the text', () => {
  const text = textOfPage(
    `<body><article><p>The coun&shy;cil met.\u00ad ${first}</p><p>${second}</p></article></body>`,
  )
  expect(text).toContain('The council met.')
})
