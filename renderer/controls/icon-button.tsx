/** A button that shows only an icon; its name is for screen readers and the tooltip, which also tells the key. */
import type { Ref } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon'

export interface IconButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  /** The key that does the same, as a reader would name it. */
  readonly keys?: string | undefined
  /** Given for buttons that stay pressed. */
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean
  readonly expanded?: boolean | undefined
  /** What a button that is expanded has opened. */
  readonly opens?: 'menu' | 'dialog'
  readonly tone?: 'star' | 'save' | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon,
  label,
  onClick,
  keys,
  pressed,
  disabled,
  expanded,
  opens = 'menu',
  tone,
  ref,
}: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-haspopup={expanded === undefined ? undefined : opens}
      aria-disabled={disabled || undefined}
      data-tone={tone}
      title={keys ? `${label} (${keys})` : label}
      onClick={() => {
        if (!disabled) onClick()
      }}
    >
      <Icon name={icon} filled={pressed === true} />
    </button>
  )
}
