/** Key points above the text: the publisher's own and those taken from the text are told apart; a click goes to the passage, H or the button beside it highlights it. */
import type { KeyPoint } from '../../contract/article'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'

export interface KeyPointsProps {
  readonly points: readonly KeyPoint[]
  readonly onPassage: (start: number, end: number) => void
  readonly onHighlightPassage: (start: number, end: number) => void
}

export function KeyPoints({ points, ...does }: KeyPointsProps) {
  const publisher = points.filter(({ from }) => from === 'publisher')
  const extracted = points.filter(({ from }) => from === 'extracted')
  return (
    <>
      <Group
        title={wording.reader.keyPoints}
        hint={wording.reader.keyPointsNote}
        points={publisher}
        {...does}
      />
      <Group
        title={wording.reader.extracted}
        hint={wording.reader.extractedNote}
        points={extracted}
        {...does}
      />
    </>
  )
}

function Group({
  title,
  hint,
  points,
  ...does
}: KeyPointsProps & { readonly title: string; readonly hint: string }) {
  if (points.length === 0) return null
  return (
    <section className="key-points" aria-label={title}>
      {/* The words are the interface's, whatever language the article around them is in. */}
      <h2 dir="ltr" lang={document.documentElement.lang}>
        {title} <small>{hint}</small>
      </h2>
      <ul>
        {points.map((point, at) => (
          // Publishers say the same twice.
          <li key={`${String(at)} ${point.text}`} dir="auto">
            <Point point={point} {...does} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Point({
  point,
  onPassage,
  onHighlightPassage,
}: { readonly point: KeyPoint } & Omit<KeyPointsProps, 'points'>) {
  const { text, start, end } = point
  if (start === null || end === null) return text
  return (
    <>
      <button
        type="button"
        className="point"
        title={wording.reader.goToPassage}
        data-start={start}
        data-end={end}
        onClick={() => {
          onPassage(start, end)
        }}
      >
        {text}
      </button>
      <IconButton
        icon="highlight"
        label={wording.reader.highlightPoint(text)}
        onClick={() => {
          onHighlightPassage(start, end)
        }}
      />
    </>
  )
}
