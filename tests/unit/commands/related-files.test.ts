import { expect, it } from 'vitest'
import { relatedFiles } from '../../../electron/commands/related-files'

const run = (text: string) =>
  relatedFiles({ file: 'in.jsonl', bytes: new TextEncoder().encode(text), url: null, contentType: null })

it('answers one line an article with ids, and names the story by its first article', async () => {
  const text = 'Nadia Orlik won the chess crown in Tarsk with a queen sacrifice'
  const lines = [
    { id: 'a', title: 'Orlik wins', text, published: '2024-02-01T00:00:00Z' },
    { id: 7, title: 'Orlik wins', text, published: null },
    { id: 'b', title: 'Rye bread', text: 'flour and caraway in a hot oven', published: null },
    { id: 'c', title: 'Oven', text: 'a new oven for the bakery', published: 'soon' },
  ]
  const answers = await run(lines.map((line) => JSON.stringify(line)).join('\n') + '\n\n')
  expect(answers).toHaveLength(4)
  expect(answers[0]).toMatchObject({ id: 'a', related: [{ id: 7 }], story: 'a' })
  expect(answers[1]).toMatchObject({ id: 7, related: [{ id: 'a' }], story: 'a' })
  expect(answers[2]).toMatchObject({ id: 'b', story: 'b' })
})

it('reports a bad line with its number and answers the others', async () => {
  const answers = await run('{"id":"a","title":"x","text":"y"}\nnonsense\n[1]\n')
  expect(answers[0]).toMatchObject({ id: 'a', related: [] })
  expect(answers.slice(1)).toMatchObject([
    {
      ok: false,
      error: { code: 'bad_line', message: expect.stringContaining('Line 2 of in.jsonl') as string },
    },
    { ok: false },
  ])
})
