/** `offprint related FILE.jsonl`: lines `{id, title, text, published}` in, `{id, related, story}` a line out. */
import { relateArticles } from '../search/related-articles'
import { groupStories } from '../search/stories'
import type { FileCommand } from './file-command'

interface Line {
  readonly id: string | number
  readonly title: string
  readonly text: string
  readonly published: string | null
}

export const relatedFiles: FileCommand = ({ file, bytes }) => {
  const lines: Line[] = []
  const failed: object[] = []
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .forEach((text, place) => {
      if (text.trim() === '') return
      const line = readLine(text)
      if (line) lines.push(line)
      else failed.push({ file, ok: false, error: badLine(file, place + 1) })
    })
  const { related, neighbours } = relateArticles(lines)
  const stories = groupStories(
    lines.map(({ published }, place) => ({ published, neighbours: neighbours[place] ?? [] })),
  )
  const answers = lines.map(({ id }, place) => ({
    id,
    related: (related[place] ?? []).map(({ article, score, why }) => ({
      id: lines[article]?.id,
      score,
      why,
    })),
    story: lines[stories[place] ?? place]?.id,
  }))
  return [...answers, ...failed]
}

function badLine(file: string, place: number): object {
  return {
    code: 'bad_line',
    message: `Line ${place} of ${file} is not a JSON object with an id; give {"id", "title", "text", "published"} on each line.`,
  }
}

function readLine(text: string): Line | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Reported by the caller with its line number.
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { id, title, text: body, published } = value as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return null
  return {
    id,
    title: typeof title === 'string' ? title : '',
    text: typeof body === 'string' ? body : '',
    published: typeof published === 'string' && !Number.isNaN(Date.parse(published)) ? published : null,
  }
}
