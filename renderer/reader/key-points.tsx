/** Key points above the text: the publisher's own and those taken from the text are told apart; a click goes to the passage. */
import type { KeyPoint } from '../../contract/article'
import { wording } from '../text/wording'

export interface KeyPointsProps {
  readonly points: readonly KeyPoint[]
  readonly onPassage: (start: number, end: number) => void
}

export function KeyPoints({ points, onPassage }: KeyPointsProps) {
  const publisher = points.filter(({ from }) => from === 'publisher')
  const extracted = points.filter(({ from }) => from === 'extracted')
  return (
    <>
      <Group
        title={wording.reader.keyPoints}
        hint={wording.reader.keyPointsNote}
        points={publisher}
        onPassage={onPassage}
      />
      <Group
        title={wording.reader.extracted}
        hint={wording.reader.extractedNote}
        points={extracted}
        onPassage={onPassage}
      />
    </>
  )
}

function Group({
  title,
  hint,
  points,
  onPassage,
}: KeyPointsProps & { readonly title: string; readonly hint: string }) {
  if (points.length === 0) return null
  return (
    <section className="key-points" aria-label={title}>
      <h2 dir="ltr" lang="en">
        {title} <small>{hint}</small>
      </h2>
      <ul>
        {points.map((point) => (
          <li key={point.text} dir="auto">
            <Point point={point} onPassage={onPassage} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Point({
  point,
  onPassage,
}: {
  readonly point: KeyPoint
  readonly onPassage: KeyPointsProps['onPassage']
}) {
  const { text, start, end } = point
  if (start === null || end === null) return text
  return (
    <button
      type="button"
      title={wording.reader.goToPassage}
      onClick={() => {
        onPassage(start, end)
      }}
    >
      {text}
    </button>
  )
}
