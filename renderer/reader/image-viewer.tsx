/** Shows one picture large, with its caption: wheel, + and - enlarge it, dragging and arrows move it, at its whole size the arrows go to the next. */
import { useEffect } from 'react'
import { Dialog } from '../controls/dialog'
import { IconButton } from '../controls/icon-button'
import { formatPercent } from '../text/format-number'
import { wording } from '../text/wording'
import type { ShownPicture } from './shown-pictures'
import { useZoom } from './use-zoom'
import type { ZoomedStage } from './use-zoom'

export interface ImageViewerProps {
  readonly pictures: readonly ShownPicture[]
  readonly source: string
  readonly onChange: (source: string) => void
  readonly onClose: () => void
}

export function ImageViewer({ pictures, source, onChange, onClose }: ImageViewerProps) {
  const zoomed = useZoom(source)
  const { stage, zoom, takeKey } = zoomed
  const at = pictures.findIndex((picture) => picture.source === source)
  const picture = pictures[at]
  const go = (step: 1 | -1) => {
    const next = pictures[at + step]
    if (next) onChange(next.source)
  }
  useEffect(() => {
    stage.current?.focus()
  }, [stage])
  return (
    <Dialog title={wording.reader.image} size="large" onClose={onClose}>
      {/* The stage takes the keys of the picture; every one of them has its button below. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={stage}
        className="image-stage"
        role="group"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={wording.reader.stage}
        data-zoomed={zoom.scale > 1 || undefined}
        onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
          if (ctrlKey || metaKey || altKey || takeKey(key)) return
          if (key === 'ArrowRight') go(1)
          if (key === 'ArrowLeft') go(-1)
        }}
      >
        <img src={source} alt={picture?.alt ?? ''} draggable={false} />
      </div>
      {picture?.caption ? (
        <p className="image-caption" dir="auto">
          {picture.caption}
        </p>
      ) : null}
      <div className="image-steps" role="toolbar" aria-label={wording.reader.pictureTools}>
        <ZoomButtons zoomed={zoomed} />
        {pictures.length > 1 ? <Steps at={at} of={pictures.length} go={go} /> : null}
      </div>
    </Dialog>
  )
}

function ZoomButtons({ zoomed: { zoom, larger, smaller, whole } }: { readonly zoomed: ZoomedStage }) {
  return (
    <>
      <IconButton
        icon="subtract"
        label={wording.reader.zoomOut}
        keys="−"
        disabled={zoom.scale <= 1}
        onClick={smaller}
      />
      <button
        type="button"
        className="button"
        title={`${wording.reader.zoomWhole} (0)`}
        aria-label={wording.reader.zoomNow(formatPercent(zoom.scale))}
        onClick={whole}
      >
        {formatPercent(zoom.scale)}
      </button>
      <IconButton icon="add" label={wording.reader.zoomIn} keys="+" onClick={larger} />
    </>
  )
}

interface StepsProps {
  readonly at: number
  readonly of: number
  readonly go: (step: 1 | -1) => void
}

function Steps({ at, of, go }: StepsProps) {
  return (
    <>
      <IconButton
        icon="back"
        label={wording.reader.previousImage}
        disabled={at <= 0}
        onClick={() => {
          go(-1)
        }}
      />
      <span className="quiet" role="status">
        {wording.find.place(at + 1, of)}
      </span>
      <IconButton
        icon="forward"
        label={wording.reader.nextImage}
        disabled={at >= of - 1}
        onClick={() => {
          go(1)
        }}
      />
    </>
  )
}
