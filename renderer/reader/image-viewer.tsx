/** Shows one picture large: arrows go to the next, Enter or a click changes between fitting and full size. */
import { useState } from 'react'
import { Dialog } from '../controls/dialog'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'

export interface ImageViewerProps {
  readonly images: readonly { readonly source: string; readonly alt: string }[]
  readonly source: string
  readonly onChange: (source: string) => void
  readonly onClose: () => void
}

export function ImageViewer({ images, source, onChange, onClose }: ImageViewerProps) {
  const [full, setFull] = useState(false)
  const at = images.findIndex((image) => image.source === source)
  const go = (step: 1 | -1) => {
    const next = images[at + step]
    if (next) onChange(next.source)
  }
  return (
    <Dialog title={wording.reader.image} size="large" onClose={onClose}>
      <div className="image-viewer" data-full={full || undefined}>
        <button
          type="button"
          className="image-stage"
          aria-label={wording.reader.zoom}
          onClick={() => {
            setFull(!full)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') go(1)
            if (event.key === 'ArrowLeft') go(-1)
          }}
        >
          <img src={source} alt={images[at]?.alt ?? ''} />
        </button>
      </div>
      {images.length > 1 ? (
        <div className="image-steps">
          <IconButton
            icon="back"
            label={wording.reader.previousImage}
            disabled={at <= 0}
            onClick={() => {
              go(-1)
            }}
          />
          <span className="quiet">{`${String(at + 1)} / ${String(images.length)}`}</span>
          <IconButton
            icon="forward"
            label={wording.reader.nextImage}
            disabled={at >= images.length - 1}
            onClick={() => {
              go(1)
            }}
          />
        </div>
      ) : null}
    </Dialog>
  )
}
